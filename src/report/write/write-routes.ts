import { type Block, labelled, type Run, type Tag } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import { actByText, datesOf, type ReportDeadline, type ReportRoute } from './report-dates.ts';
import type { Voice } from './voice.ts';
import { lawRuns } from './write-grounds.ts';

/** All last days in one table, the soonest first. */
export function writeDates(report: Report, voice: Voice): readonly Block[] {
  const dates = datesOf(report);
  if (dates.length === 0) return [];
  const rows = dates.map(({ route, deadline }): readonly (readonly Run[])[] => [
    [{ text: voice.day(deadline.on), strong: !deadline.passed, soft: deadline.passed }],
    [
      { text: voice.say(route.title) },
      ...(route.state === 'unknown' ? [{ text: ` (${voice.word('unknown')})`, soft: true }] : []),
      ...strongly(actByText(deadline, voice), '. '),
    ],
    [{ text: voice.left(deadline.daysLeft), soft: deadline.passed }],
    [{ text: voice.day(deadline.countedFrom) }],
  ]);
  const head = (['dateHead', 'dateFor', 'dateLeft', 'dateFrom'] as const).map(voice.word);
  return [
    { kind: 'heading', level: 2, text: voice.word('dates') },
    { kind: 'table', head, widths: [22, 38, 20, 20], rows },
  ];
}

/** What can be done, in the pack's order; what is closed comes last and short. */
export function writeRoutes(report: Report, voice: Voice): readonly Block[] {
  const live = report.routes.filter((route) => route.state !== 'closed');
  const closed = report.routes.filter((route) => route.state === 'closed');
  if (report.routes.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: voice.word('routes') },
    ...live.map(
      (route): Block => ({
        kind: 'card',
        tone: route.state === 'open' ? 'good' : 'plain',
        blocks: writeRoute(route, voice),
      }),
    ),
    ...(closed.length === 0
      ? []
      : ([
          { kind: 'heading', level: 3, text: voice.word('closedRoutes') },
          {
            kind: 'list',
            ordered: false,
            small: true,
            items: closed.map((route) => labelled(`${voice.say(route.title)}.`, voice.say(route.why))),
          },
        ] as const)),
  ];
}

export function stateTag(state: ReportRoute['state'], voice: Voice): Tag {
  return { text: voice.word(state), tone: state === 'open' ? 'good' : state === 'closed' ? 'plain' : 'caution' };
}

function writeRoute(route: ReportRoute, voice: Voice): readonly Block[] {
  const { fee, deadline, earliest, link } = route;
  const amount =
    fee === undefined
      ? ''
      : `${voice.amount(fee.amount, fee.currency)}, ${voice.say(fee.what)}${fee.check ? ` (${voice.word('checkFigure')})` : ''}. `;
  const cost = `${amount}${route.cost === undefined ? '' : voice.say(route.cost)}`;
  const facts = [
    { label: voice.word('fee'), text: cost },
    { label: voice.word('newEvidence'), text: voice.say(route.newEvidence) },
    { label: voice.word('whoMayAct'), text: voice.say(route.whoMayAct) },
    { label: voice.word('doesNotStop'), text: voice.say(route.doesNotStop) },
  ].filter(({ text }) => text !== '');
  return [
    { kind: 'heading', level: 3, text: voice.say(route.title), tag: stateTag(route.state, voice) },
    { kind: 'paragraph', runs: [{ text: voice.say(route.why) }] },
    ...(deadline === undefined ? [] : writeDeadline(deadline, voice)),
    ...(earliest === undefined ? [] : writeEarliest(earliest, voice)),
    { kind: 'facts', rows: facts.map(({ label, text }) => ({ label, runs: [{ text }] })) },
    ...(route.law.length === 0
      ? []
      : ([
          { kind: 'paragraph', look: 'small', runs: [{ text: `${voice.word('law')} ` }, ...lawRuns(route.law, voice)] },
        ] as const)),
    ...(link === undefined
      ? []
      : ([
          { kind: 'paragraph', look: 'small', runs: [{ text: voice.word('moreAbout'), link: voice.say(link) }] },
        ] as const)),
  ];
}

/** A sentence that must not be overlooked, after what stands before it. */
const strongly = (text: string | undefined, before = ''): readonly Run[] =>
  text === undefined ? [] : [...(before === '' ? [] : [{ text: before }]), { text, strong: true }];

function writeDeadline(deadline: ReportDeadline, voice: Voice): readonly Block[] {
  const { on, passed, daysLeft, ifNot } = deadline;
  const when = `${voice.word(passed ? 'passedOn' : 'by')} ${voice.day(on)}`;
  const other =
    ifNot === undefined ? [] : [labelled(voice.word('otherDate'), `${voice.day(ifNot.on)}, ${voice.say(ifNot.when)}`)];
  const closed = strongly(actByText(deadline, voice));
  return [
    {
      kind: 'callout',
      tone: passed ? 'plain' : daysLeft <= 14 ? 'caution' : 'good',
      title: when,
      lines: [[{ text: voice.left(daysLeft) }], ...(closed.length === 0 ? [] : [closed]), ...other],
    },
    ...writeWorking(deadline, voice),
  ];
}

function writeEarliest(earliest: ReportDeadline, voice: Voice): readonly Block[] {
  return [
    { kind: 'callout', tone: 'caution', title: `${voice.word('notBefore')} ${voice.day(earliest.on)}`, lines: [] },
    ...writeWorking(earliest, voice),
  ];
}

export function writeWorking(deadline: ReportDeadline, voice: Voice): readonly Block[] {
  if (deadline.steps.length === 0) return [];
  return [
    { kind: 'paragraph', look: 'small', runs: [{ text: voice.word('working'), strong: true }] },
    { kind: 'list', ordered: true, small: true, items: deadline.steps.map((step) => [{ text: voice.say(step) }]) },
  ];
}
