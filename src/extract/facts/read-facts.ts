import type { Document } from '../../model/document.ts';
import { evidenceOf, type Fact } from '../../model/evidence.ts';
import type { Day, Letter, Zone } from '../../model/letter.ts';
import type { ExtractPack, ExtractPacks } from '../compile-packs.ts';
import { cuesOf, type Draft, hasCue } from '../cue.ts';
import { makeCalendar } from './find-dates.ts';
import { findDeadlines } from './find-deadlines.ts';
import { findIssued } from './find-issued.ts';
import { type FoundNumber, findNumber } from './find-number.ts';
import { findShapes } from './match-shape.ts';

export type FactSituation = {
  readonly document: Document;
  readonly drafts: readonly Draft[];
  readonly zones: readonly Zone[];
  readonly packs: ExtractPacks;
  readonly pack: ExtractPack;
};

export type LetterFacts = Pick<
  Letter,
  'issued' | 'issuedReadings' | 'reference' | 'clientId' | 'office' | 'decidedWhere' | 'printedDeadlines'
>;

/** The fields that a letter states about itself, each with the words it rests on. */
export function readFacts(situation: FactSituation): LetterFacts {
  const { document, drafts, zones, packs } = situation;
  const fact = <V>(value: V, span: { from: number; to: number }): Fact<V> => ({
    value,
    evidence: evidenceOf(document, span),
  });
  const calendar = makeCalendar([...packs.languages.values()].map((language) => language.file));
  const body = zones.findIndex((zone) => zone !== 'header');
  const date = findIssued(drafts, body < 0 ? drafts.length : body, calendar);
  const reference = findReference(situation);
  const client = findClientId(situation);
  const [only, ...others] = date?.readings ?? [];
  return {
    ...(date !== undefined && only !== undefined && others.length === 0 ? { issued: fact<Day>(only, date.span) } : {}),
    ...(date !== undefined && others.length > 0
      ? { issuedReadings: date.readings.map((day) => fact<Day>(day, date.span)) }
      : {}),
    ...(reference === undefined ? {} : { reference: fact(reference.value, reference.span) }),
    ...(client === undefined ? {} : { clientId: fact(client.value, client.span) }),
    ...officeFacts(situation),
    printedDeadlines: findDeadlines(drafts, zones, packs.languages, calendar).map((each) =>
      fact(each.value, each.span),
    ),
  };
}

/** The application's number as printed, with the shape it has: that may tell the application. */
export function findReference({ drafts, pack }: Pick<FactSituation, 'drafts' | 'pack'>): FoundNumber | undefined {
  const shapes = pack.pack.reference.shapes.map((each) => each.shape);
  return findNumber(drafts, { label: 'reference-label', shapes, bare: shapes });
}

function findClientId({ drafts, pack }: FactSituation): FoundNumber | undefined {
  const { shapes, bare } = pack.pack.clientId;
  return findNumber(drafts, { label: 'client-label', shapes, bare });
}

/** The office named in the letterhead or under the signature, most precise first; one in the story decides nothing. */
function officeFacts({ document, drafts, zones, pack }: FactSituation): Pick<LetterFacts, 'office' | 'decidedWhere'> {
  const named = drafts.filter((_, number) => zones[number] === 'header' || zones[number] === 'closing');
  for (const office of pack.pack.offices) {
    const draft = named.find((each) => hasCue(each, 'office', office.id));
    const cue = draft === undefined ? undefined : cuesOf(draft, 'office').find((each) => each.id === office.id);
    if (draft === undefined || cue === undefined) continue;
    // The whole line names the place too; a sentence doesn't.
    const evidence = evidenceOf(document, draft.words.length <= 12 ? draft.span : cue.span);
    return {
      office: { value: evidence.quote.replace(/[\s,;:.]+$/, ''), evidence },
      ...(office.where === undefined ? {} : { decidedWhere: { value: office.where, evidence } }),
    };
  }
  return {};
}

/** How many different application numbers stand in the text. */
export function countReferences(drafts: readonly Draft[], pack: ExtractPack): number {
  const shapes = pack.pack.reference.shapes.map((each) => each.shape);
  return new Set(drafts.flatMap((draft) => findShapes(draft.words, shapes))).size;
}
