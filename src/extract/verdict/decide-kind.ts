import type { Outcome, ReadAs } from '../../model/letter.ts';
import type { Decision } from '../../pack/kind-schema.ts';
import type { ExtractPack } from '../compile-packs.ts';
import { type Draft, hasCue } from '../cue.ts';
import { areAboutLetters, decisionsOf, findRule } from '../zones/find-rule.ts';

/** What was decided, and whether the text is about a person at all. */
export type Verdict = {
  readonly outcome: Outcome;
  readonly decision?: Decision;
  readonly about: 'this-person' | 'letters-in-general' | 'something-else';
  /** Both a refusal and something granted are stated. */
  readonly mixed: boolean;
};

export type VerdictSituation = {
  readonly drafts: readonly Draft[];
  readonly readAs: ReadAs;
  readonly pack: ExtractPack;
  readonly application: string | undefined;
  /** Whether anything in the text tells a country. */
  readonly recognised: boolean;
};

/** The outcome by the decision verbs addressed to the reader; the pack ranks them. */
export function decideOutcome(situation: VerdictSituation): Verdict {
  const { drafts, readAs, pack, application, recognised } = situation;
  const none = { outcome: 'unknown', mixed: false } as const;
  const general = areAboutLetters(drafts, pack);
  if (general && readAs !== 'letter') return { ...none, about: 'letters-in-general' };
  // A letter that names neither a country nor an application is of another trade: a bank's, a school's, a tax office's.
  if (readAs === 'letter' && !recognised && application === undefined) return { ...none, about: 'something-else' };
  const stated = findDecisions(situation);
  const decision = lowest(stated);
  const outcomes = new Set(stated.filter((each) => each.rank <= 10).map((each) => each.outcome));
  return {
    outcome: decision?.outcome ?? 'unknown',
    ...(decision === undefined ? {} : { decision }),
    about: 'this-person',
    mixed: outcomes.has('refused') && outcomes.has('granted'),
  };
}

/** Decisions in the order in which they stand. Quoted law and reports about other letters decide nothing. */
function findDecisions({ drafts, readAs, pack }: VerdictSituation): readonly Decision[] {
  return drafts.flatMap((draft) => {
    if (hasCue(draft, 'elsewhere') || findRule(draft, pack)?.zone === 'law') return [];
    if (draft.block.marker?.kind === 'tick' && draft.block.marker.state === 'empty') return [];
    return decisionsOf(draft, pack).filter((decision) => decision.only.includes(readAs));
  });
}

function lowest(stated: readonly Decision[]): Decision | undefined {
  return stated.reduce<Decision | undefined>(
    (best, each) => (best === undefined || each.rank <= best.rank ? each : best),
    undefined,
  );
}

/** The kind of letter: by its decision, and for a refusal by what was applied for. */
export function nameKind(
  { decision, about }: Verdict,
  { readAs, pack, application }: Pick<VerdictSituation, 'readAs' | 'pack' | 'application'>,
): string {
  const { kinds } = pack;
  if (about !== 'this-person') return kinds.notALetter;
  if (readAs === 'officer-notes') return kinds.officerNotes;
  if (decision === undefined) return readAs === 'letter' ? kinds.unclear : kinds.notALetter;
  if (decision.kind !== undefined) return decision.kind;
  if (readAs === 'fragment') return kinds.notALetter;
  return kinds.applications.find((each) => each.id === application)?.refusal ?? kinds.refusal;
}
