import type { Localized } from '../../model/locale.ts';
import { type Block, type Paper, plain } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import { blank, type FillIn, fillInVoice, heading, hint, paperOf, small } from './fill-in.ts';
import { type Exhibit, listExhibits } from './list-exhibits.ts';
import { lawRuns, quotesOf } from './write-grounds.ts';
import { quoteOf } from './write-report.ts';

type Ground = Report['grounds'][number];

/**
 * The skeleton of a submission letter: each reason in the officer's words with the law, and room for the answer and its
 * exhibits. It says nothing about the person beyond what the letter prints.
 */
export function writeSubmission(report: Report, language: keyof Localized): Paper {
  const voice = fillInVoice(language);
  const exhibits = listExhibits(report);
  return paperOf(report, voice, voice.term('submissionTitle'), [
    hint(voice.term('submissionHint')),
    ...writeHead(report, voice),
    ...report.grounds.flatMap((ground, index) => writeReason(ground, index + 1, { report, voice, exhibits })),
    ...report.unrecognised.flatMap(({ evidence }) => [
      heading(voice.term('otherReason')),
      quoteOf(evidence, report, voice),
      hint(voice.term('otherHint')),
      blank(voice.term('answerBlank'), 4),
    ]),
    heading(voice.term('closingWords')),
    blank(voice.term('closingBlank'), 2),
    blank(voice.term('signature'), 2),
    ...writeIndex(exhibits, voice),
  ]);
}

function writeHead(report: Report, voice: FillIn): readonly Block[] {
  const { issued, reference, clientId, office } = report.letter;
  const about = [
    issued === undefined
      ? voice.say(report.letter.title)
      : `${voice.say(report.letter.title)}. ${voice.term('aboutText')} ${voice.day(issued.value)}`,
    ...(reference === undefined ? [] : [`${voice.word('reference')} ${reference.value}`]),
    ...(clientId === undefined ? [] : [`${voice.word('clientId')} ${clientId.value}`]),
  ].join(' · ');
  return [
    blank(voice.term('yourName'), 3),
    blank(voice.term('today'), 1),
    ...(office === undefined ? [blank(voice.term('officeBlank'), 2)] : []),
    {
      kind: 'facts',
      rows: [
        ...(office === undefined ? [] : [{ label: voice.term('to'), runs: plain(office.value) }]),
        { label: voice.term('about'), runs: [{ text: about, strong: true }] },
      ],
    },
    heading(voice.term('ask')),
    blank(voice.term('askBlank'), 3),
    { kind: 'paragraph', runs: [{ text: `${voice.term('askCount')} ${report.grounds.length}` }] },
  ];
}

type Around = { readonly report: Report; readonly voice: FillIn; readonly exhibits: readonly Exhibit[] };

function writeReason(ground: Ground, number: number, { report, voice, exhibits }: Around): readonly Block[] {
  const remedy = report.remedies.find((each) => each.ground === ground.ground);
  const head: readonly Block[] = [
    { kind: 'heading', level: 2, number, text: voice.say(ground.title) },
    small(voice.term('officerWrote')),
    ...quotesOf(ground.sightings, report.letter.language, voice),
    ...(ground.law.length === 0
      ? []
      : [small(voice.term('provision')), { kind: 'paragraph', runs: lawRuns(ground.law, voice) } as const]),
  ];
  if (ground.stop !== undefined) {
    return [
      ...head,
      { kind: 'callout', tone: 'stop', title: voice.word('stopTitle'), lines: [plain(voice.term('heldAnswer'))] },
    ];
  }
  const own = exhibits.filter((exhibit) => exhibit.reasons.includes(number));
  return [
    ...head,
    small(voice.term('ourAnswer')),
    ...(remedy === undefined || remedy.held !== undefined
      ? []
      : [hint(`${voice.term('mustProve')} ${voice.say(remedy.show)}`)]),
    blank(voice.term('answerBlank'), 5),
    ...(own.length === 0
      ? []
      : ([
          small(voice.term('exhibits')),
          {
            kind: 'table',
            head: [voice.term('exhibit'), voice.term('document'), voice.term('provesWhat')],
            widths: [12, 38, 50],
            rows: own.map((exhibit) => [plain(String(exhibit.number)), plain(voice.say(exhibit.name)), []]),
          },
        ] as const)),
  ];
}

function writeIndex(exhibits: readonly Exhibit[], voice: FillIn): readonly Block[] {
  if (exhibits.length === 0) return [];
  return [
    heading(voice.term('exhibitIndex')),
    {
      kind: 'table',
      head: [voice.term('exhibit'), voice.term('document'), voice.term('answersReason'), voice.term('pages')],
      widths: [12, 52, 18, 18],
      rows: exhibits.map(({ number, name, reasons }) => [
        plain(String(number)),
        plain(voice.say(name)),
        plain(reasons.join(', ')),
        [],
      ]),
    },
  ];
}
