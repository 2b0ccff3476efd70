import { wordsOf } from '../model/document.ts';
import type { GroundId } from '../model/ground.ts';
import { type Letter, wordsOfSentence } from '../model/letter.ts';
import type { Ground, GroundExample } from '../pack/ground-schema.ts';
import type { PackProblem, YamlFile } from '../pack/read-yaml.ts';
import { exampleLetter } from './example-letter.ts';
import type { MatchPack } from './match-grounds.ts';
import { matchGrounds } from './match-grounds.ts';
import { readSentence } from './read-sentence.ts';
import type { Reading } from './reading.ts';

/** Checks one ground against its own examples: each says what it must, and every phrase is needed by one. */
export function checkGround(source: YamlFile<Ground>, pack: MatchPack): readonly PackProblem[] {
  const ground = source.value;
  const problems: PackProblem[] = [];
  const report = (path: readonly PropertyKey[], message: string) => {
    problems.push({ file: source.file, ...source.locate(path), message });
  };
  const used = new Set<string>();
  for (const [number, example] of ground.examples.entries()) {
    const message = checkExample(ground, example, pack, used);
    if (message !== undefined) report(['examples', number], message);
  }
  for (const { path, text, wants } of listPhrases(ground)) {
    if (!used.has(`${path[1]} ${text}`)) report(path, `no "${wants}" example needs "${text}": add one or take it out`);
  }
  return problems;
}

type WrittenPhrase = {
  readonly path: readonly [string, string, ...PropertyKey[]];
  readonly text: string;
  readonly wants: string;
};

/** Every phrase of a ground, where it stands, and which kind of example must need it. */
function listPhrases(ground: Ground): readonly WrittenPhrase[] {
  return Object.entries(ground.match).flatMap(([language, match]) => [
    ...(['wordings', 'factors', 'phrases', 'hints'] as const).flatMap((clue) =>
      match[clue].map((text, at): WrittenPhrase => ({ path: ['match', language, clue, at], text, wants: 'match' })),
    ),
    ...match.unless.map(
      ({ phrase }, at): WrittenPhrase => ({ path: ['match', language, 'unless', at], text: phrase, wants: 'no-match' }),
    ),
  ]);
}

function checkExample(ground: Ground, example: GroundExample, pack: MatchPack, used: Set<string>): string | undefined {
  const country = ground.id.slice(0, ground.id.indexOf('.'));
  const letter = exampleLetter(example, country);
  const matches = matchGrounds(letter, pack);
  noteUsed(ground, example, letter, pack, used);
  const counts = (strength: string) => strength !== 'possible' || example.by === 'similar';
  const match = matches.grounds.find((each) => each.ground === ground.id && counts(each.strength));
  if (example.expect === 'no-match') {
    if (match === undefined) return undefined;
    return `this must not match, but "${match.sightings[0].pattern}" finds "${match.sightings[0].evidence.quote}"`;
  }
  if (match === undefined) {
    const aside = matches.dismissed.find((each) => each.ground === ground.id);
    return aside === undefined
      ? 'this must match, but no phrase finds it'
      : `this must match; "${aside.pattern}" finds it, but it is set aside: ${aside.because.en}`;
  }
  if (example.by !== undefined && !match.sightings.some((sighting) => sighting.clue === example.by)) {
    return `this must match by ${example.by}, but it matches by ${match.sightings.map((each) => each.clue).join(', ')}`;
  }
  const quotes = match.sightings.map((sighting) => sighting.evidence.quote);
  if (example.quote !== undefined && !quotes.includes(example.quote))
    return `the quote found is "${quotes.join('", "')}"`;
  return undefined;
}

/** Remembers which of the ground's phrases stand in the example. */
function noteUsed(ground: Ground, example: GroundExample, letter: Letter, pack: MatchPack, used: Set<string>): void {
  const language = pack.language(example.language);
  if (language === undefined) return;
  const words = wordsOf(letter.document);
  for (const sentence of letter.sentences) {
    const own = wordsOfSentence(words, sentence);
    const reading = readSentence(sentence, own, language, pack.findCitations);
    for (const pattern of patternsUsed(reading, ground.id, example.expect)) used.add(`${example.language} ${pattern}`);
  }
}

function patternsUsed(reading: Reading, id: GroundId, expect: GroundExample['expect']): readonly string[] {
  const type = expect === 'no-match' ? 'exception' : 'ground';
  return reading.found.flatMap(({ meaning }) =>
    meaning.type === type && meaning.ground === id ? [meaning.pattern] : [],
  );
}
