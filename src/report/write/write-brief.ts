import type { Localized } from '../../model/locale.ts';
import { type Block, labelled, type Paper, plain } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import { blank, type FillIn, fillInVoice, heading, hint, paperOf, small } from './fill-in.ts';
import { datesOf } from './report-dates.ts';
import { lawRuns, quotesOf } from './write-grounds.ts';
import { inQuotes, quoteOf } from './write-report.ts';
import { writeDates, writeWorking } from './write-routes.ts';

/** A brief for court work: what the letter says, how time runs, and room for the lawyer's view. It argues nothing. */
export function writeBrief(report: Report, language: keyof Localized): Paper {
  const voice = fillInVoice(language);
  return paperOf(report, voice, voice.term('briefTitle'), [
    hint(voice.term('briefHint')),
    ...writeMatter(report, voice),
    ...writeLimits(report, voice),
    ...writeReasons(report, voice),
    ...writeAsides(report, voice),
    ...writeLook(report, voice),
    ...writeWays(report, voice),
    ...writeCollect(voice),
    heading(voice.term('opinion')),
    ...(['merits', 'risks', 'costs', 'advised', 'instructions'] as const).map((name) => blank(voice.term(name), 3)),
  ]);
}

function writeMatter(report: Report, voice: FillIn): readonly Block[] {
  const { letter } = report;
  const where = letter.decidedWhere?.value;
  const rows = [
    { label: voice.term('decision'), text: voice.say(letter.title) },
    { label: voice.word('issued'), text: letter.issued === undefined ? '' : voice.day(letter.issued.value) },
    { label: voice.word('reference'), text: letter.reference?.value ?? '' },
    { label: voice.word('clientId'), text: letter.clientId?.value ?? '' },
    { label: voice.word('office'), text: letter.office?.value ?? '' },
    { label: voice.term('where'), text: voice.term(where ?? 'whereUnknown') },
    { label: voice.word('file'), text: report.document.name },
  ];
  return [
    heading(voice.term('matter')),
    {
      kind: 'facts',
      rows: rows.filter(({ text }) => text !== '').map(({ label, text }) => ({ label, runs: plain(text) })),
    },
    blank(voice.term('client'), 3),
  ];
}

function writeLimits(report: Report, voice: FillIn): readonly Block[] {
  const dated = datesOf(report);
  const printed = report.letter.printedDeadlines ?? [];
  return [
    ...(dated.length === 0
      ? [heading(voice.term('limits')), { kind: 'paragraph', runs: plain(voice.term('noLimits')) } as const]
      : writeDates(report, voice)),
    ...dated.flatMap(({ route, deadline }): readonly Block[] => [
      small(voice.say(route.title)),
      ...(deadline.ifNot === undefined
        ? []
        : [
            {
              kind: 'paragraph',
              runs: labelled(
                voice.word('otherDate'),
                `${voice.day(deadline.ifNot.on)}, ${voice.say(deadline.ifNot.when)}`,
              ),
            } as const,
          ]),
      ...writeWorking(deadline, voice),
      {
        kind: 'paragraph',
        look: 'small',
        runs: [{ text: `${voice.word('law')} ` }, ...lawRuns([deadline.law], voice)],
      },
    ]),
    ...(printed.length === 0
      ? []
      : [small(voice.term('printed')), ...printed.map(({ evidence }) => quoteOf(evidence, report, voice))]),
    blank(voice.term('notified'), 2),
  ];
}

function writeReasons(report: Report, voice: FillIn): readonly Block[] {
  return [
    heading(voice.term('reasonsGiven')),
    ...(report.grounds.length === 0 ? [{ kind: 'paragraph', runs: plain(voice.word('noGrounds')) } as const] : []),
    ...report.grounds.flatMap((ground, index): readonly Block[] => [
      { kind: 'heading', level: 3, number: index + 1, text: voice.say(ground.title) },
      ...quotesOf(ground.sightings, report.letter.language, voice),
      {
        kind: 'paragraph',
        look: 'small',
        runs: [{ text: `${voice.word('strength')} ${voice.word(ground.strength)}` }],
      },
      ...(ground.law.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              look: 'small',
              runs: [{ text: `${voice.word('law')} ` }, ...lawRuns(ground.law, voice)],
            } as const,
          ]),
    ]),
  ];
}

function writeAsides(report: Report, voice: FillIn): readonly Block[] {
  const asides = report.dismissed.map(({ title, because, evidence }) =>
    labelled(`${voice.say(title)}.`, `${voice.say(because)} ${inQuotes(evidence.quote, voice)}`),
  );
  return [
    ...(report.unrecognised.length === 0
      ? []
      : [
          heading(voice.term('notKnown')),
          ...report.unrecognised.map(({ evidence }) => quoteOf(evidence, report, voice)),
        ]),
    ...(asides.length === 0
      ? []
      : [heading(voice.term('setAside')), { kind: 'list', ordered: false, small: true, items: asides } as const]),
  ];
}

function writeLook(report: Report, voice: FillIn): readonly Block[] {
  if (report.grounds.length === 0) return [];
  const asked = (['askExplained', 'askEvidence', 'askChance', 'askOutside'] as const).map(voice.term);
  return [
    heading(voice.term('look')),
    { kind: 'paragraph', runs: plain(voice.term('lookLead')) },
    ...report.grounds.flatMap((ground, index): readonly Block[] => [
      { kind: 'heading', level: 3, number: index + 1, text: voice.say(ground.title) },
      {
        kind: 'table',
        head: [voice.term('question'), voice.term('finding')],
        widths: [45, 55],
        rows: asked.map((question) => [plain(question), []]),
      },
    ]),
  ];
}

function writeWays(report: Report, voice: FillIn): readonly Block[] {
  if (report.routes.length === 0) return [];
  return [
    heading(voice.term('ways')),
    {
      kind: 'table',
      head: [voice.term('way'), voice.term('state'), voice.term('why')],
      widths: [30, 16, 54],
      rows: report.routes.map((route) => [
        plain(voice.say(route.title)),
        plain(voice.word(route.state)),
        plain(voice.say(route.why)),
      ]),
    },
  ];
}

function writeCollect(voice: FillIn): readonly Block[] {
  const items = (['collectLetter', 'collectFile', 'collectNotes', 'collectProof', 'collectPast'] as const).map(
    (name) => ({
      name: voice.term(name),
      lines: [],
    }),
  );
  return [heading(voice.term('collect')), { kind: 'checks', items }];
}
