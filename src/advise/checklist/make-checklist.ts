import type { ChecklistItem, Figure } from '../../model/advice.ts';
import type { GroundId, Strength } from '../../model/ground.ts';
import type { AdvicePack } from '../../pack/advice-pack.ts';
import type { CatalogueDocument, DocumentFile } from '../../pack/document-schema.ts';
import type { CaseFacts } from '../case-facts.ts';
import { figureNowAndThen } from '../choose-figure.ts';
import type { FoundGround } from '../gather-facts.ts';

export type Listing = {
  readonly found: readonly FoundGround[];
  readonly facts: CaseFacts;
  readonly submitted: ReadonlySet<string>;
  readonly minor?: boolean;
};

/** A document with all that asks for it. */
type Asked = {
  readonly document: CatalogueDocument;
  readonly by: readonly { readonly from: FoundGround; readonly required: boolean }[];
};

/** Grounds of these classes are settled by a paper being there or not: no officer weighs it. */
const decisive: ReadonlySet<string> = new Set(['eligibility', 'procedural', 'bar-until-fact', 'not-a-refusal']);

const strengths: Readonly<Record<Strength, number>> = { stated: 0, likely: 1, possible: 2 };
const decisions: Readonly<Record<ChecklistItem['decides'], number>> = { 'must-have': 0, answers: 1, supports: 2 };

function decidesOf({ by }: Asked): ChecklistItem['decides'] {
  const required = by.filter((one) => one.required);
  if (required.some(({ from }) => decisive.has(from.ground.class))) return 'must-have';
  return required.length > 0 ? 'answers' : 'supports';
}

/** Every document that a found ground asks for, once, in the catalogue's order. */
function gatherDocuments(found: readonly FoundGround[], file: DocumentFile): readonly Asked[] {
  const wishes = found.flatMap((from) =>
    from.ground.remedies.flatMap(({ documents }) => documents.map(({ id, required }) => ({ id, from, required }))),
  );
  return file.documents
    .map((document) => ({ document, by: wishes.filter(({ id }) => id === document.id) }))
    .filter(({ by }) => by.length > 0);
}

/** The words for some people only, without those that surely don't fit this person. */
function situationsFor({ situations }: CatalogueDocument, { facts, minor }: Listing): ChecklistItem['situations'] {
  return situations
    .filter(({ applications }) => applications === undefined || applications.includes(facts.application))
    .filter(({ place }) => place === undefined || facts.place === undefined || place === facts.place)
    .filter((situation) => situation.minor === undefined || minor === undefined || situation.minor === minor)
    .map(({ when, text }) => ({ when, text }));
}

function figuresFor({ figures }: CatalogueDocument, { facts }: Listing, pack: AdvicePack): readonly Figure[] {
  return figures.flatMap((id) => {
    const applications = pack.figures.figures.find((figure) => figure.id === id)?.applications;
    if (applications !== undefined && !applications.includes(facts.application)) return [];
    const figure = figureNowAndThen(pack.figures, id, facts);
    return figure === undefined ? [] : [figure];
  });
}

function makeItem(asked: Asked, listing: Listing, pack: AdvicePack): ChecklistItem {
  const { document, by } = asked;
  const { translation, validity, alternative, stronger } = document;
  const grounds: readonly GroundId[] = [...new Set(by.map(({ from }) => from.match.ground))];
  return {
    document: document.id,
    name: document.name,
    how: document.how,
    mustShow: document.shows,
    for: grounds,
    required: by.some(({ required }) => required),
    decides: decidesOf(asked),
    mistakes: document.mistakes,
    situations: situationsFor(document, listing),
    figures: figuresFor(document, listing, pack),
    translation,
    validity,
    alternative,
    ...(listing.submitted.has(document.id) ? { submitted: stronger ?? pack.documents.stronger } : {}),
  };
}

const bestStrength = ({ by }: Asked): number => Math.min(...by.map(({ from }) => strengths[from.match.strength]));

function compareAsked(one: Asked, other: Asked): number {
  return (
    decisions[decidesOf(one)] - decisions[decidesOf(other)] ||
    bestStrength(one) - bestStrength(other) ||
    new Set(other.by.map(({ from }) => from.name)).size - new Set(one.by.map(({ from }) => from.name)).size
  );
}

/** Each document once: first what nothing can be decided without, then what answers a reason, then what helps. */
export function makeChecklist(listing: Listing, pack: AdvicePack): readonly ChecklistItem[] {
  return gatherDocuments(listing.found, pack.documents)
    .toSorted(compareAsked)
    .map((asked) => makeItem(asked, listing, pack));
}
