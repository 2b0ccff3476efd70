import type { Localized } from '../../model/locale.ts';
import type { Correction } from '../review-schema.ts';
import type { SheetWord } from '../sheet-words.ts';
import { nextDateOf } from '../write/report-dates.ts';
import { type Reported, sheetVoice } from './report-sheets.ts';

const byteOrderMark = '\ufeff';
const titles: readonly SheetWord[] = [
  'file',
  'kind',
  'outcome',
  'application',
  'issued',
  'reference',
  'clientId',
  'office',
  'groundId',
  'ground',
  'strength',
  'quote',
  'page',
  'law',
  'show',
  'nextDate',
  'nextFor',
  'actBy',
  'problem',
  'review',
  'reviewedBy',
  'reviewedOn',
  'reviewNote',
];

/** One row a ground, by RFC 4180, with a byte order mark so that spreadsheets take it as UTF-8. Letters without a ground have one row. */
export function renderCsv(letters: readonly Reported[], language: keyof Localized): string {
  const { word } = sheetVoice(language);
  const rows = letters.flatMap((letter) => rowsOf(letter, language));
  return byteOrderMark + [titles.map(word), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function rowsOf(letter: Reported, language: keyof Localized): readonly (readonly (string | number)[])[] {
  if ('problem' in letter)
    return [[letter.name, ...titles.slice(1, titles.indexOf('problem')).map(() => ''), letter.problem, ...unreviewed]];
  const { say, word } = sheetVoice(language);
  const { report, corrections = [] } = letter;
  const added = corrections.filter(({ verdict }) => verdict === 'added');
  const { kind, title, outcome, application, issued, reference, clientId, office } = report.letter;
  const next = nextDateOf(report);
  const head = [
    letter.name,
    say(title) ?? kind,
    word(outcome),
    application,
    issued?.value ?? '',
    reference?.value ?? '',
    clientId?.value ?? '',
    office?.value ?? '',
  ];
  const tail = [next?.deadline.on ?? '', say(next?.route.title) ?? '', next?.deadline.actBy ?? '', ''];
  if (report.grounds.length + added.length === 0)
    return [[...head, '', '', '', '', '', '', '', ...tail, ...unreviewed]];
  const found = report.grounds.map((ground) => {
    const remedy = report.remedies.find((each) => each.ground === ground.ground);
    const quotes = [...new Set(ground.sightings.map(({ evidence }) => evidence.quote))];
    return [
      ...head,
      ground.ground,
      say(ground.title) ?? ground.ground,
      word(ground.strength),
      quotes.join(' | '),
      ground.sightings[0]?.evidence.places[0]?.page ?? 1,
      ground.law.map((law) => say(law.title)).join(' · '),
      say(remedy?.held ?? remedy?.show) ?? '',
      ...tail,
      ...reviewCells(
        corrections.find((one) => one.ground === ground.ground && one.verdict !== 'added'),
        language,
      ),
    ];
  });
  const more = added.map((correction) => [
    ...head,
    correction.ground,
    say(correction.title) ?? correction.ground,
    '',
    correction.quote ?? '',
    correction.page ?? '',
    '',
    '',
    ...tail,
    ...reviewCells(correction, language),
  ]);
  return [...found, ...more];
}

const unreviewed = ['', '', '', ''] as const;

/** What a person said of a ground: kept apart from what the program found, in columns of its own. */
function reviewCells(correction: Correction | undefined, language: keyof Localized): readonly string[] {
  if (correction === undefined) return unreviewed;
  const { verdict, by, at, note = '' } = correction;
  return [sheetVoice(language).word(verdict), by, at.slice(0, 10), note];
}

/**
 * A spreadsheet takes a cell that begins with one of these signs, also after blanks or in their full-width forms, for a
 * formula. An apostrophe before it makes it text. Numbers that we made stay numbers.
 */
const formula = /^(?:\p{Cc}|[\s\p{Cc}\u3000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
