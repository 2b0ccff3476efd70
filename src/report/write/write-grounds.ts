import { type Block, labelled, type Run } from '../paper.ts';
import type { Report } from '../report-schema.ts';
import type { Voice } from './voice.ts';

type Ground = Report['grounds'][number];
type Sighting = Ground['sightings'][number];

/** The reasons, one card each: what the officer doubted, in whose words, by what law, and what answers it. */
export function writeGrounds(report: Report, voice: Voice): readonly Block[] {
  const { outcome, language } = report.letter;
  if (report.grounds.length === 0) {
    return outcome === 'refused' && report.unrecognised.length === 0
      ? [{ kind: 'paragraph', runs: [{ text: voice.word('noGrounds') }] }]
      : [];
  }
  const cards = report.grounds.map((ground, index): Block => {
    const remedy = report.remedies.find((each) => each.ground === ground.ground);
    return {
      kind: 'card',
      tone: ground.stop === undefined ? 'plain' : 'stop',
      blocks: [
        { kind: 'heading', level: 3, number: index + 1, text: voice.say(ground.title) },
        { kind: 'paragraph', runs: [{ text: voice.say(ground.summary) }] },
        ...quotesOf(ground.sightings, language, voice),
        ...writeStop(ground, voice),
        ...(remedy === undefined ? [] : writeRemedy(remedy, voice)),
        ...writeFoot(ground, voice),
      ],
    };
  });
  return [{ kind: 'heading', level: 2, text: voice.word(outcome === 'refused' ? 'why' : 'concerns') }, ...cards];
}

/** Each quote once, with the page it stands on. */
export function quotesOf(sightings: readonly Sighting[], language: string, voice: Voice): readonly Block[] {
  const seen = new Set<string>();
  return sightings.flatMap((sighting): readonly Block[] => {
    const source = sourceOf(sighting, voice);
    // A ticked box and its own label are one quote.
    const key = `${sighting.evidence.quote} ${sighting.zone === 'officer-notes'} ${sighting.evidence.places[0]?.page}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind: 'quote', text: sighting.evidence.quote, language, source }];
  });
}

export function sourceOf(sighting: Pick<Sighting, 'clue' | 'zone' | 'evidence'>, voice: Voice): string {
  const page = `${voice.word('page')} ${sighting.evidence.places[0]?.page ?? 1}`;
  const zone = sighting.zone === 'officer-notes' ? [voice.word('notesZone')] : [];
  const tick = sighting.clue === 'tick' ? [voice.word('ticked')] : [];
  return [page, ...zone, ...tick].join(', ');
}

export function lawRuns(laws: Ground['law'], voice: Voice): readonly Run[] {
  return laws.flatMap((law, index): readonly Run[] => [
    ...(index === 0 ? [] : [{ text: ' · ' }]),
    { text: voice.say(law.title), link: voice.say(law.url) },
  ]);
}

function writeStop(ground: Ground, voice: Voice): readonly Block[] {
  if (ground.stop === undefined) return [];
  return [{ kind: 'callout', tone: 'stop', title: voice.word('stopTitle'), lines: [[{ text: voice.word('stop') }]] }];
}

function writeRemedy(remedy: Report['remedies'][number], voice: Voice): readonly Block[] {
  if (remedy.held !== undefined) return [{ kind: 'paragraph', runs: [{ text: voice.say(remedy.held) }] }];
  const documents = remedy.documents.map((document): readonly Run[] => [
    { text: voice.say(document.name), strong: document.required },
    { text: document.required ? ` (${voice.word('needed')}). ` : '. ' },
    { text: voice.say(document.why), soft: true },
  ]);
  const mistakes = remedy.mistakes.map((mistake) => [{ text: voice.say(mistake) }]);
  return [
    { kind: 'paragraph', runs: labelled(voice.word('show'), voice.say(remedy.show)) },
    ...listWith(voice.word('answers'), documents),
    ...listWith(voice.word('mistakes'), mistakes),
  ];
}

function listWith(label: string, items: readonly (readonly Run[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', runs: [{ text: label, strong: true }] },
    { kind: 'list', ordered: false, small: false, items },
  ];
}

function writeFoot(ground: Ground, voice: Voice): readonly Block[] {
  const law: readonly Run[] =
    ground.law.length === 0 ? [] : [{ text: `${voice.word('law')} ` }, ...lawRuns(ground.law, voice)];
  const sure: readonly Run[] =
    ground.strength === 'stated'
      ? []
      : [{ text: `${voice.word('strength')} `, strong: true }, { text: voice.word(ground.strength) }];
  return [sure, law].flatMap((runs): readonly Block[] =>
    runs.length === 0 ? [] : [{ kind: 'paragraph', look: 'small', runs }],
  );
}
