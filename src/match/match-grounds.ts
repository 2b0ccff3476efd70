import { wordsOf } from '../model/document.ts';
import { evidenceOf } from '../model/evidence.ts';
import type { Dismissal, GroundMatch, Matches, Sighting, Strength, Unrecognised } from '../model/ground.ts';
import { type Letter, type Sentence, wordsOfSentence } from '../model/letter.ts';
import type { Ground } from '../pack/ground-schema.ts';
import { chooseSightings } from './choose-sightings.ts';
import type { CompiledLanguage } from './compile-language.ts';
import { findCandidates } from './find-candidates.ts';
import type { CitationFinder } from './find-citations.ts';
import { clauseAt } from './judge-candidate.ts';
import { readSentence } from './read-sentence.ts';
import type { Candidate, Reading } from './reading.ts';

/** What matching needs of one country. `language` compiles a language's phrases on first use. */
export type MatchPack = {
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly citedBy: ReadonlyMap<string, readonly string[]>;
  readonly findCitations: CitationFinder;
  readonly language: (id: string) => CompiledLanguage | undefined;
  readonly suggest: (text: string, language: string) => readonly string[];
};

/** Stage 4: every ground that the letter gives, what was set aside and why, and reasons that nothing explains. */
export function matchGrounds(letter: Letter, pack: MatchPack): Matches {
  const words = wordsOf(letter.document);
  const kept: Candidate[] = [];
  const dismissed: Dismissal[] = [];
  const unrecognised: Unrecognised[] = [];
  for (const sentence of letter.sentences) {
    if (isOtherHalf(sentence, letter)) continue;
    const language = pack.language(sentence.language) ?? pack.language(letter.language);
    if (language === undefined) continue;
    const reading = readSentence(sentence, wordsOfSentence(words, sentence), language, pack.findCitations);
    const candidates = findCandidates(reading, pack.grounds, pack.citedBy);
    for (const { candidate, because } of chooseSightings(candidates, letter)) {
      if (because === undefined) kept.push(candidate);
      else dismissed.push({ ...sightingOf(candidate, letter), ground: candidate.ground.id, because });
    }
    if (candidates.length === 0 && isUnexplained(reading, letter)) {
      const evidence = evidenceOf(letter.document, sentence.span);
      unrecognised.push({ evidence, nearest: pack.suggest(evidence.quote, sentence.language) });
    }
  }
  return { grounds: mergeGrounds(kept, letter), dismissed, unrecognised };
}

/**
 * Letterheads and footers are printed in two languages; the other one's half can hold no reason, and reading it would
 * compile a whole language for nothing.
 */
function isOtherHalf({ language, zone }: Sentence, letter: Letter): boolean {
  return language !== letter.language && (zone === 'header' || zone === 'furniture');
}

/** Longer sentences are quoted by the clause, so that a quote stays with its ground. */
const quotedWhole = 28;

function sightingOf(candidate: Candidate, letter: Letter): Sighting {
  const { tokens, sentence } = candidate.reading;
  const printed = candidate.clue === 'wording' || candidate.clue === 'tick';
  const whole = printed || tokens.length <= quotedWhole;
  const from = whole ? 0 : clauseAt(candidate.reading, candidate.from).from;
  const to = whole ? tokens.length : clauseAt(candidate.reading, candidate.to - 1).to;
  const span = { from: tokens[from]?.from ?? 0, to: tokens[to - 1]?.to ?? 0 };
  return {
    clue: candidate.clue,
    zone: sentence.zone,
    pattern: candidate.pattern,
    evidence: evidenceOf(letter.document, span),
  };
}

/** One ground with all its sightings, in the order of the letter. */
function mergeGrounds(kept: readonly Candidate[], letter: Letter): readonly GroundMatch[] {
  const byGround = new Map<Ground, [Sighting, ...Sighting[]]>();
  for (const candidate of kept) {
    const sighting = sightingOf(candidate, letter);
    const before = byGround.get(candidate.ground);
    if (before === undefined) byGround.set(candidate.ground, [sighting]);
    else before.push(sighting);
  }
  const specific = [...byGround.keys()].some((ground) => !ground.fallback);
  // A passage without its letter in which nothing is found for sure may be about anything: no suggestions from it.
  const found = kept.some((candidate) => candidate.clue !== 'similar' && candidate.clue !== 'citation');
  if (!found && letter.readAs === 'fragment') return [];
  return [...byGround]
    .filter(([ground]) => !(ground.fallback && specific))
    .map(([ground, sightings]) => {
      const strength = strengthOf(ground, sightings);
      return { ground: ground.id, strength: capped(strength, letter), sightings };
    });
}

/** Grounds of a letter are never sure where its words or its decision aren't. */
function capped(strength: Strength, letter: Letter): Strength {
  if (isContradicted(letter)) return lowered(strength);
  return strength === 'stated' && letter.readAs === 'letter' && letter.outcome === 'unknown' ? 'likely' : strength;
}

/** A file that stores other words than it shows, or whose places are lost, proves less. */
function isContradicted(letter: Letter): boolean {
  return letter.document.notes.some(({ code }) => code === 'text-mismatch');
}

function lowered(strength: Strength): Strength {
  return strength === 'stated' ? 'likely' : 'possible';
}

/** One table, no arithmetic: architecture section 4.5. */
function strengthOf(ground: Ground, sightings: readonly Sighting[]): Strength {
  const clues = new Set(sightings.map((sighting) => sighting.clue));
  const words = clues.has('phrase');
  if (!clues.has('wording') && !clues.has('tick') && !words) return 'possible';
  const stated = clues.has('wording') || clues.has('tick') || clues.has('citation');
  return stated && ground.status === 'stable' ? 'stated' : 'likely';
}

/** A negative finding in the reasons that no pattern knows: shown, never dropped. */
function isUnexplained(reading: Reading, letter: Letter): boolean {
  if (letter.outcome !== 'refused' && letter.outcome !== 'unknown') return false;
  if (reading.sentence.zone !== 'reasons' && reading.sentence.zone !== 'officer-notes') return false;
  if (reading.sentence.box?.state === 'empty' || reading.tokens.length < 4) return false;
  const types = new Set(reading.found.map((each) => each.meaning.type));
  if (types.has('cue')) return false;
  return types.has('finding') || (types.has('reservation') && !types.has('lead-in'));
}
