import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { advise } from '../../src/advise/advise.ts';
import type { Advice, Answers, Route } from '../../src/model/advice.ts';
import type { Evidence, Fact } from '../../src/model/evidence.ts';
import type { Clue, GroundMatch, Strength } from '../../src/model/ground.ts';
import type { Letter, PrintedDeadline } from '../../src/model/letter.ts';
import type { AdvicePack } from '../../src/pack/advice-pack.ts';
import { documentFileSchema } from '../../src/pack/document-schema.ts';
import { figureFileSchema } from '../../src/pack/figure-schema.ts';
import type { Ground } from '../../src/pack/ground-schema.ts';
import { holidayFileSchema } from '../../src/pack/holiday-schema.ts';
import { lawFileSchema } from '../../src/pack/law-schema.ts';
import { questionFileSchema } from '../../src/pack/question-schema.ts';
import { routeFileSchema } from '../../src/pack/route-schema.ts';

function read<S extends z.ZodType>(name: string, schema: S): z.output<S> {
  return schema.parse(parse(readFileSync(`patterns/ca/${name}.yaml`, 'utf8')));
}

/** The country's own data, as the product uses it. */
export const pack: AdvicePack = {
  laws: read('laws', lawFileSchema),
  documents: read('documents', documentFileSchema),
  routes: read('routes', routeFileSchema),
  questions: read('questions', questionFileSchema),
  figures: read('figures', figureFileSchema),
  holidays: read('holidays', holidayFileSchema),
};

const evidence: Evidence = {
  span: { from: 0, to: 1 },
  quote: 'x',
  places: [{ page: 1, box: { left: 0, top: 0, right: 1, bottom: 1 } }],
};

export const fact = <V>(value: V): Fact<V> => ({ value, evidence });

/** A found ground in a few words. `routes` and `documents` are what the ground's file would say. */
export type CaseGround = {
  readonly id: string;
  readonly class?: Ground['class'];
  readonly stop?: true;
  readonly routes?: readonly string[];
  readonly documents?: readonly string[];
  readonly optional?: readonly string[];
  readonly law?: readonly string[];
  readonly strength?: Strength;
  readonly clue?: Clue;
};

export type Case = {
  readonly kind?: string;
  readonly application?: string;
  readonly issued?: string;
  readonly issuedReadings?: readonly string[];
  readonly decidedWhere?: 'inside' | 'outside';
  readonly consequences?: readonly string[];
  readonly printed?: readonly PrintedDeadline[];
  readonly grounds?: readonly CaseGround[];
  readonly answers?: Answers;
  readonly today?: string;
};

const text = (words: string) => ({ en: words, fr: `${words} (fr)` });

function groundOf(given: CaseGround): Ground {
  const documents = [
    ...(given.documents ?? []).map((id) => ({ id, required: true, why: text(`why ${id}`) })),
    ...(given.optional ?? []).map((id) => ({ id, required: false, why: text(`why ${id}`) })),
  ];
  return {
    id: `ca.${given.id}`,
    status: 'draft',
    added: '2026-11-25',
    class: given.class ?? 'discretionary',
    ...(given.stop === undefined ? {} : { stop: 'representative-first' as const }),
    fallback: false,
    overlaps: [],
    title: text(given.id),
    summary: text(`summary ${given.id}`),
    applications: ['any'],
    law: (given.law ?? []).map((ref) => ({ ref })),
    match: {},
    examples: [],
    remedies: documents.length === 0 ? [] : [{ show: text(`show ${given.id}`), documents, mistakes: [] }],
    routes: [...(given.routes ?? ['reapply'])],
    sources: ['https://laws-lois.justice.gc.ca/'],
  };
}

function matchOf({ id, strength, clue }: CaseGround): GroundMatch {
  return {
    ground: `ca.${id}`,
    strength: strength ?? 'stated',
    sightings: [{ clue: clue ?? 'wording', zone: 'reasons', pattern: id, evidence }],
  };
}

export function letterOf(given: Case): Letter {
  return {
    document: { name: 'letter.pdf', sha256: '0', mediaType: 'application/pdf', pages: [], notes: [] },
    country: 'ca',
    language: 'en',
    kind: given.kind ?? 'visitor-visa-refusal',
    outcome: 'refused',
    readAs: 'letter',
    application: given.application ?? 'visitor',
    ...(given.issued === undefined ? {} : { issued: fact(given.issued) }),
    ...(given.issuedReadings === undefined ? {} : { issuedReadings: given.issuedReadings.map(fact) }),
    ...(given.decidedWhere === undefined ? {} : { decidedWhere: fact(given.decidedWhere) }),
    printedDeadlines: (given.printed ?? []).map(fact),
    consequences: (given.consequences ?? []).map(fact),
    sentences: [],
    boxes: [],
    notes: [],
  };
}

/** The advice for a case; today is ten days after 1 March 2026 unless the case says otherwise. */
export function adviceFor(given: Case): Advice {
  const grounds = given.grounds ?? [{ id: 'purpose-of-visit', documents: ['itinerary'] }];
  return advise({
    letter: letterOf(given),
    matches: { grounds: grounds.map(matchOf), dismissed: [], unrecognised: [] },
    pack,
    grounds: new Map(grounds.map((ground) => [`ca.${ground.id}`, groundOf(ground)])),
    answers: given.answers ?? {},
    today: given.today ?? '2026-03-11',
  });
}

/** One route of an advice by its bare id, if it has a place there. */
export function routeIn(advice: Advice, id: string): Route | undefined {
  return advice.routes.find((route) => route.id === `ca.${id}`);
}
