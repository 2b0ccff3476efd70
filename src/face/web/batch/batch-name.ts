import type { Speech } from '../speech/translate.ts';

/** What a batch is called: its name, or the day it was made. */
export const batchName = (speech: Speech, batch: { readonly name: string; readonly created: string }): string =>
  batch.name === '' ? speech.t('batchUnnamed', { date: speech.day(batch.created.slice(0, 10)) }) : batch.name;
