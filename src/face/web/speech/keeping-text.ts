import type { PageSettings } from '../view/page-data.ts';
import { durationText } from './duration-text.ts';
import type { Speech, TextName } from './translate.ts';

type Keeping = Pick<PageSettings, 'retentionDays' | 'originalDays'>;
type KeepingTexts = { readonly kept: TextName; readonly forgotten: TextName };

/** How long a letter stays, in the words of the page that asks. */
export function keepingText(speech: Speech, { retentionDays, originalDays }: Keeping, texts: KeepingTexts): string {
  if (retentionDays === 0) return speech.t(texts.forgotten);
  const days = (count: number): string => durationText(speech.language, `P${count}D`);
  return speech.t(texts.kept, { file: days(originalDays), report: days(retentionDays) });
}
