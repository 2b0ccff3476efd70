import { type Block, type Check, labelled, type Run } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import type { ReportWord } from '../report-words.ts';
import type { Voice } from './voice.ts';

type Item = Report['checklist'][number];

const groups = [
  ['must-have', 'mustHave'],
  ['answers', 'answersReason'],
  ['supports', 'supports'],
] as const;

/** The documents to gather, each once, in groups by what they decide. */
export function writeChecks(report: Report, voice: Voice): readonly Block[] {
  const shared = sharedTranslation(report);
  const around = { report, voice, shared };
  const lists = groups.flatMap(([decides, title]): readonly Block[] => {
    const items = report.checklist.filter((item) => item.decides === decides);
    if (items.length === 0) return [];
    return [
      { kind: 'heading', level: 3, text: voice.word(title) },
      { kind: 'checks', items: items.map((item) => writeCheck(item, around)) },
    ];
  });
  if (shared === undefined || lists.length === 0) return lists;
  return [{ kind: 'paragraph', runs: labelled(voice.word('translation'), voice.say(shared)) }, ...lists];
}

type Around = { readonly report: Report; readonly voice: Voice; readonly shared: Item['translation'] };

/** What is said about translation of most documents: it stands once, above them all. */
function sharedTranslation(report: Report): Item['translation'] {
  const texts = report.checklist.flatMap((item) => item.translation ?? []);
  const uses = (text: Item['translation']): number => texts.filter(({ en }) => en === text?.en).length;
  const [most] = texts.toSorted((one, other) => uses(other) - uses(one));
  return uses(most) > 1 ? most : undefined;
}

function writeCheck(item: Item, { report, voice, shared }: Around): Check {
  const says = (...texts: readonly (readonly [ReportWord, Item['mustShow']])[]): readonly Run[] =>
    texts.flatMap(([name, text], at) =>
      text === undefined ? [] : [...(at === 0 ? [] : [{ text: ' ' }]), ...labelled(voice.word(name), voice.say(text))],
    );
  const translation = item.translation?.en === shared?.en ? undefined : item.translation;
  const mistakes = item.mistakes.map(voice.say).join(' ');
  return {
    name: voice.say(item.name),
    ...(item.required ? { tag: { text: voice.word('needed'), tone: 'caution' } } : {}),
    lines: [
      says(['again', item.submitted]),
      says(['mustShow', item.mustShow]),
      says(['how', item.how]),
      says(['alternative', item.alternative]),
      // Short and rarely read: they share a line.
      says(['validity', item.validity], ['translation', translation]),
      ...item.situations.map(({ when, text }) =>
        labelled(`${voice.say(when)}${voice.language === 'fr' ? ' :' : ':'}`, voice.say(text)),
      ),
      ...item.figures.map((figure) => writeFigure(figure, voice)),
      mistakes === '' ? [] : labelled(voice.word('mistakes'), mistakes),
      ...writeReasons(item, report, voice),
    ].filter((line) => line.length > 0),
  };
}

function writeFigure(figure: Item['figures'][number], voice: Voice): readonly Run[] {
  const amounts = (rows: (typeof figure)['rows']): string =>
    rows
      .map(({ label, amount }) => {
        const money = voice.amount(amount, figure.currency);
        return label === undefined ? money : `${voice.say(label)} ${money}`;
      })
      .join(' · ');
  const doubt = figure.check ? ` (${voice.word('checkFigure')})` : '';
  const note = figure.note === undefined ? '' : ` ${voice.say(figure.note)}`;
  const then =
    figure.onLetterDay === undefined ? '' : ` ${voice.word('onLetterDay')} ${amounts(figure.onLetterDay.rows)}`;
  return labelled(
    `${voice.say(figure.what)}${voice.language === 'fr' ? ' :' : ':'}`,
    `${amounts(figure.rows)}${doubt}${note}${then}`,
  );
}

/** By number, as the reasons are numbered in the same paper. */
function writeReasons(item: Item, report: Report, voice: Voice): readonly (readonly Run[])[] {
  const numbers = report.grounds.flatMap((ground, index) => (item.for.includes(ground.ground) ? [index + 1] : []));
  if (numbers.length === 0) return [];
  const label = voice.word(numbers.length === 1 ? 'forReasons' : 'forReasonsMany');
  return [[{ text: `${label} ${numbers.join(', ')}`, soft: true }]];
}
