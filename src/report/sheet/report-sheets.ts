import type { Localized } from '../../model/locale.ts';
import type { Report } from '../report-schema.ts';
import type { Correction } from '../review-schema.ts';
import { type SheetWord, sheetWords } from '../sheet-words.ts';
import { datesOf, nextDateOf } from '../write/report-dates.ts';
import { type Cell, type Column, dayCell, type Sheet, textCell } from './sheet.ts';

/** One letter of a set: its report, or why it has none. */
export type Reported =
  | { readonly name: string; readonly report: Report; readonly corrections?: readonly Correction[] }
  | { readonly name: string; readonly problem: string };

export type SheetVoice = {
  readonly say: (text: Localized | undefined) => string | undefined;
  readonly word: (name: SheetWord) => string;
};

export function sheetVoice(language: keyof Localized): SheetVoice {
  return { say: (text) => text?.[language], word: (name) => sheetWords[name][language] };
}

/** Everything about many letters: cases, grounds, deadlines and documents, a row each. */
export function reportSheets(letters: readonly Reported[], language: keyof Localized): readonly Sheet[] {
  const voice = sheetVoice(language);
  const reports = letters.flatMap((letter) => ('report' in letter ? [letter] : []));
  return [
    {
      name: voice.word('cases'),
      columns: columns(voice, caseColumns),
      rows: letters.map((letter) => caseRow(letter, voice)),
    },
    {
      name: voice.word('grounds'),
      columns: columns(voice, groundColumns),
      rows: reports.flatMap(({ name, report }) => groundRows(name, report, voice)),
    },
    {
      name: voice.word('deadlines'),
      columns: columns(voice, deadlineColumns),
      rows: reports.flatMap(({ name, report }) => deadlineRows(name, report, voice)),
    },
    {
      name: voice.word('checklist'),
      columns: columns(voice, checklistColumns),
      rows: reports.flatMap(({ name, report }) => checklistRows(name, report, voice)),
    },
  ];
}

type Columns = readonly (readonly [SheetWord, number])[];

const caseColumns: Columns = [
  ['file', 32],
  ['kind', 30],
  ['outcome', 14],
  ['application', 16],
  ['language', 10],
  ['issued', 16],
  ['reference', 18],
  ['clientId', 16],
  ['office', 30],
  ['groundCount', 10],
  ['unknownCount', 12],
  ['nextDate', 16],
  ['nextFor', 36],
  ['actBy', 20],
  ['daysLeft', 10],
  ['problem', 40],
];
const groundColumns: Columns = [
  ['file', 32],
  ['reference', 18],
  ['number', 6],
  ['ground', 32],
  ['strength', 12],
  ['quote', 70],
  ['page', 7],
  ['law', 36],
  ['show', 60],
  ['groundId', 30],
];
const deadlineColumns: Columns = [
  ['file', 32],
  ['reference', 18],
  ['route', 40],
  ['state', 14],
  ['lastDay', 14],
  ['actBy', 20],
  ['daysLeft', 10],
  ['countedFrom', 16],
  ['law', 30],
  ['otherDay', 14],
  ['otherWhen', 36],
];
const checklistColumns: Columns = [
  ['file', 32],
  ['reference', 18],
  ['done', 10],
  ['document', 34],
  ['needed', 11],
  ['reasons', 40],
  ['how', 60],
  ['validity', 40],
];

function columns(voice: SheetVoice, list: Columns): readonly Column[] {
  return list.map(([name, width]) => ({ title: voice.word(name), width }));
}

function caseRow(letter: Reported, voice: SheetVoice): readonly Cell[] {
  if ('problem' in letter) {
    return [
      textCell(letter.name),
      ...Array.from({ length: caseColumns.length - 2 }, () => undefined),
      textCell(letter.problem),
    ];
  }
  const { report } = letter;
  const { kind, outcome, title, application, language, issued, reference, clientId, office } = report.letter;
  const next = nextDateOf(report);
  return [
    textCell(letter.name),
    textCell(voice.say(title) ?? kind),
    textCell(voice.word(outcome)),
    textCell(application),
    textCell(language),
    dayCell(issued?.value),
    textCell(reference?.value),
    textCell(clientId?.value),
    textCell(office?.value),
    { number: report.grounds.length },
    { number: report.unrecognised.length },
    dayCell(next?.deadline.on),
    textCell(voice.say(next?.route.title)),
    dayCell(next?.deadline.actBy),
    next === undefined ? undefined : { number: next.deadline.daysLeft },
    undefined,
  ];
}

function groundRows(name: string, report: Report, voice: SheetVoice): readonly (readonly Cell[])[] {
  return report.grounds.map((ground, index) => {
    const remedy = report.remedies.find((each) => each.ground === ground.ground);
    const quotes = [...new Set(ground.sightings.map(({ evidence }) => evidence.quote))];
    return [
      textCell(name),
      textCell(report.letter.reference?.value),
      { number: index + 1 },
      textCell(voice.say(ground.title)),
      textCell(voice.word(ground.strength)),
      textCell(quotes.join('\n')),
      { number: ground.sightings[0]?.evidence.places[0]?.page ?? 1 },
      textCell(ground.law.map(({ title }) => voice.say(title)).join(' · ')),
      textCell(voice.say(remedy?.held ?? remedy?.show)),
      textCell(ground.ground),
    ];
  });
}

function deadlineRows(name: string, report: Report, voice: SheetVoice): readonly (readonly Cell[])[] {
  return datesOf(report).map(({ route, deadline }) => [
    textCell(name),
    textCell(report.letter.reference?.value),
    textCell(voice.say(route.title)),
    textCell(voice.word(route.state)),
    dayCell(deadline.on),
    dayCell(deadline.passed ? undefined : deadline.actBy),
    { number: deadline.daysLeft },
    dayCell(deadline.countedFrom),
    textCell(voice.say(deadline.law.title)),
    dayCell(deadline.ifNot?.on),
    textCell(voice.say(deadline.ifNot?.when)),
  ]);
}

function checklistRows(name: string, report: Report, voice: SheetVoice): readonly (readonly Cell[])[] {
  const titles = new Map(report.grounds.map(({ ground, title }) => [ground, voice.say(title) ?? ground]));
  return report.checklist.map((item) => [
    textCell(name),
    textCell(report.letter.reference?.value),
    undefined,
    textCell(voice.say(item.name)),
    textCell(voice.word(item.required ? 'yes' : 'no')),
    textCell(item.for.map((id) => titles.get(id) ?? id).join(' · ')),
    textCell(voice.say(item.how)),
    textCell(voice.say(item.validity)),
  ]);
}
