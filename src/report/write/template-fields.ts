import type { Localized } from '../../model/locale.ts';
import type { Block } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import { countedOn, nextDateOf } from './report-dates.ts';
import { voiceOf } from './voice.ts';
import { closingOf, partsOf } from './write-report.ts';

/**
 * What a firm's own document may ask for by `{{name}}`. `lines` stand inside a line of text; `blocks` take the place of
 * the paragraph that names them.
 */
export type TemplateFields = {
  readonly lines: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, readonly Block[]>>;
};

/** The report as fields of a template. What the letter doesn't say is empty, so that no `{{name}}` is left standing. */
export function templateFields(report: Report, language: keyof Localized): TemplateFields {
  const voice = voiceOf(language);
  const { issued, reference, clientId, office } = report.letter;
  const next = nextDateOf(report);
  const parts = partsOf(report, language);
  return {
    lines: {
      title: voice.say(report.letter.title),
      file: report.document.name,
      'letter-date': issued === undefined ? '' : voice.day(issued.value),
      'application-number': reference?.value ?? '',
      'client-number': clientId?.value ?? '',
      office: office?.value ?? '',
      'counted-on': voice.day(countedOn(report)),
      'next-date': next === undefined ? '' : voice.day(next.deadline.on),
      'next-date-for': next === undefined ? '' : voice.say(next.route.title),
      'days-left': next === undefined ? '' : voice.left(next.deadline.daysLeft),
      'number-of-reasons': String(report.grounds.length),
      'number-of-documents': String(report.checklist.filter((item) => item.required).length),
      notice: closingOf(report, voice).join(' '),
    },
    blocks: { ...parts, report: Object.values(parts).flat() },
  };
}
