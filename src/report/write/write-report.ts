import type { Localized } from '../../model/locale.ts';
import { type Block, labelled, type PagePicture, type Paper, plain, type Run } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import { actByText, countedOn, nextDateOf } from './report-dates.ts';
import { type Voice, voiceOf } from './voice.ts';
import { writeChecks } from './write-checks.ts';
import { writeGrounds } from './write-grounds.ts';
import { writeDates, writeRoutes } from './write-routes.ts';

/** The parts of a report, each under the name by which a template asks for it. */
export type ReportPart =
  | 'facts'
  | 'summary'
  | 'dates'
  | 'reasons'
  | 'routes'
  | 'documents'
  | 'questions'
  | 'set-aside'
  | 'notes';

/** Every part of the report in the order of the paper; one that has nothing to say is empty. */
export function partsOf(report: Report, language: keyof Localized): Readonly<Record<ReportPart, readonly Block[]>> {
  const voice = voiceOf(language);
  const checks = writeChecks(report, voice);
  const explained: readonly Block[] =
    report.letter.explanation === undefined
      ? []
      : [{ kind: 'paragraph', look: 'lead', runs: plain(voice.say(report.letter.explanation)) }];
  return {
    facts: [{ kind: 'facts', rows: factsOf(report, voice) }],
    summary: [...explained, ...writeStop(report, voice), ...writeShort(report, voice)],
    dates: writeDates(report, voice),
    reasons: [...writeGrounds(report, voice), ...writeUnrecognised(report, voice)],
    routes: writeRoutes(report, voice),
    documents: checks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: voice.word('gather') }, ...checks],
    questions: writeList(
      voice.word('questions'),
      report.questions.map((question) => voice.say(question.text)),
    ),
    'set-aside': writeDismissed(report, voice),
    notes: writeList(
      voice.word('notes'),
      report.notes.map((note) => voice.say(note.detail)),
    ),
  };
}

/** The whole report as a paper. `pictures` are the letter's pages as PNG data URLs by page number. */
export function writeReport(
  report: Report,
  language: keyof Localized,
  pictures: ReadonlyMap<number, string> = new Map(),
): Paper {
  const voice = voiceOf(language);
  return {
    title: voice.say(report.letter.title),
    subtitle: report.document.name,
    language,
    made: report.made,
    blocks: [...Object.values(partsOf(report, language)).flat(), ...writePages(report, voice, pictures)],
    closing: closingOf(report, voice),
    pageWords: { page: voice.word('pageFoot'), of: voice.word('pageOf') },
  };
}

/** What the letter says of itself, for the head of any paper. */
export function factsOf(
  report: Report,
  voice: Voice,
): readonly { readonly label: string; readonly runs: readonly Run[] }[] {
  const { issued, reference, clientId, office } = report.letter;
  return [
    { label: voice.word('issued'), text: issued === undefined ? undefined : voice.day(issued.value) },
    { label: voice.word('reference'), text: reference?.value },
    { label: voice.word('clientId'), text: clientId?.value },
    { label: voice.word('office'), text: office?.value },
    { label: voice.word('counted'), text: voice.day(countedOn(report)) },
  ].flatMap(({ label, text }) => (text === undefined ? [] : [{ label, runs: plain(text) }]));
}

/** The small print: what this is, and what made it from which file. */
export function closingOf(report: Report, voice: Voice): readonly string[] {
  const { analyzer, pack, packSha256 } = report.madeWith;
  const made = `${voice.word('madeWith')} ${voice.day(report.made.slice(0, 10))} · ${analyzer} · ${pack} ${packSha256.slice(0, 12)} · SHA-256 ${report.document.sha256.slice(0, 16)}`;
  return [voice.word('notAdvice'), made];
}

function writeStop(report: Report, voice: Voice): readonly Block[] {
  if (!report.grounds.some((ground) => ground.stop !== undefined)) return [];
  return [{ kind: 'callout', tone: 'stop', title: voice.word('stopTitle'), lines: [plain(voice.word('stop'))] }];
}

function writeShort(report: Report, voice: Voice): readonly Block[] {
  const next = nextDateOf(report);
  const needed = report.checklist.filter((item) => item.required).length;
  const lines: (readonly Run[])[] = [];
  if (report.letter.outcome === 'refused')
    lines.push(labelled(voice.word('shortReasons'), String(report.grounds.length)));
  if (next !== undefined) {
    const { deadline, route } = next;
    lines.push(
      labelled(
        voice.word('shortDate'),
        [
          `${voice.day(deadline.on)} (${voice.left(deadline.daysLeft)}).`,
          `${voice.say(route.title)}.`,
          actByText(deadline, voice),
        ]
          .filter((text) => text !== undefined)
          .join(' '),
      ),
    );
  }
  if (needed > 0) lines.push(labelled(voice.word('shortDocuments'), String(needed)));
  if (report.questions.length > 0) lines.push(labelled(voice.word('shortQuestions'), String(report.questions.length)));
  return lines.length === 0 ? [] : [{ kind: 'callout', tone: 'plain', title: voice.word('short'), lines }];
}

function writeUnrecognised(report: Report, voice: Voice): readonly Block[] {
  if (report.unrecognised.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: voice.word('unrecognised') },
    { kind: 'paragraph', runs: plain(voice.word('unrecognisedLead')) },
    ...report.unrecognised.map(({ evidence }): Block => quoteOf(evidence, report, voice)),
  ];
}

function writeDismissed(report: Report, voice: Voice): readonly Block[] {
  if (report.dismissed.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: voice.word('dismissed') },
    { kind: 'paragraph', look: 'small', runs: plain(voice.word('dismissedLead')) },
    {
      kind: 'list',
      ordered: false,
      small: true,
      items: report.dismissed.map(({ title, because, evidence }) => [
        { text: `${voice.say(title)}. `, strong: true },
        { text: voice.say(because) },
        {
          text: ` ${inQuotes(evidence.quote, voice)} (${voice.word('page')} ${evidence.places[0]?.page ?? 1})`,
          soft: true,
        },
      ]),
    },
  ];
}

export function inQuotes(text: string, voice: Voice): string {
  return voice.language === 'fr' ? `« ${text} »` : `“${text}”`;
}

export function quoteOf(evidence: Report['unrecognised'][number]['evidence'], report: Report, voice: Voice): Block {
  const source = `${voice.word('page')} ${evidence.places[0]?.page ?? 1}`;
  return { kind: 'quote', text: evidence.quote, language: report.letter.language, source };
}

function writeList(title: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', ordered: false, small: false, items: items.map(plain) },
  ];
}

function writePages(report: Report, voice: Voice, pictures: ReadonlyMap<number, string>): readonly Block[] {
  const pages = report.document.pages.flatMap(({ number, width, height }): readonly PagePicture[] => {
    const picture = pictures.get(number);
    if (picture === undefined) return [];
    const marks = report.grounds.flatMap((ground, index) =>
      ground.sightings
        .flatMap(({ evidence }) => evidence.places)
        .filter((place) => place.page === number)
        .map(({ box }) => ({ box, number: index + 1 })),
    );
    return [{ number, width, height, picture, marks }];
  });
  if (pages.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: voice.word('letterPages') },
    { kind: 'pages', pages },
  ];
}
