import { z } from 'zod';

const localized = z.strictObject({ en: z.string(), fr: z.string() });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'A calendar day' });
const box = z
  .strictObject({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() })
  .meta({ id: 'Box', description: 'Points from the top-left corner of the upright page' });
const place = z.strictObject({ page: z.number().int(), box }).meta({ id: 'Place' });
const evidence = z
  .strictObject({ quote: z.string(), places: z.array(place).min(1) })
  .meta({ id: 'Evidence', description: "The letter's own words and where they stand, one place for each line" });
const fact = <V extends z.ZodType>(value: V) => z.strictObject({ value, evidence });
const law = z.strictObject({ id: z.string(), title: localized, url: localized }).meta({ id: 'Law' });
const zone = z.enum([
  'header',
  'law',
  'boilerplate',
  'decision',
  'reasons',
  'consequences',
  'closing',
  'officer-notes',
  'furniture',
]);
const clue = z.enum(['wording', 'phrase', 'citation', 'tick', 'similar']);

const sighting = z.strictObject({ clue, zone, pattern: z.string(), evidence }).meta({ id: 'Sighting' });

const printedDeadline = z.strictObject({
  days: z.number().int().optional(),
  on: day.optional(),
  about: z.enum(['response', 'judicial-review', 'appeal', 'restoration', 'leave', 'other']),
});

const letter = z.strictObject({
  kind: z.string(),
  title: localized,
  outcome: z.enum(['refused', 'granted', 'undecided', 'returned', 'withdrawn', 'unknown']),
  readAs: z.enum(['letter', 'officer-notes', 'fragment']),
  language: z.string(),
  country: z.string(),
  application: z.string(),
  issued: fact(day).optional(),
  issuedReadings: z.array(fact(day)).optional(),
  reference: fact(z.string()).optional(),
  clientId: fact(z.string()).optional(),
  office: fact(z.string()).optional(),
  decidedWhere: fact(z.enum(['inside', 'outside'])).optional(),
  printedDeadlines: z.array(fact(printedDeadline)).optional(),
  consequences: z.array(fact(z.string())).optional(),
  explanation: localized.optional(),
});

const ground = z
  .strictObject({
    ground: z.string(),
    strength: z.enum(['stated', 'likely', 'possible']),
    title: localized,
    summary: localized,
    class: z.string(),
    law: z.array(law),
    sightings: z.array(sighting).min(1),
    stop: z.literal('representative-first').optional(),
  })
  .meta({ id: 'Ground' });

const deadline = z
  .strictObject({
    on: day,
    actBy: day.optional().meta({ description: 'The business day before, where offices are closed on the last day' }),
    countedFrom: day,
    within: z.string().meta({ description: 'ISO 8601 duration, e.g. P90D' }),
    working: z.array(z.string()).meta({ description: "The steps of the working, in the report's language" }),
    steps: z.array(localized),
    law,
    daysLeft: z.number().int(),
    passed: z.boolean(),
    ifNot: z.strictObject({ on: day, when: localized }).optional(),
  })
  .meta({ id: 'Deadline' });

const fee = z.strictObject({
  what: localized,
  amount: z.number(),
  currency: z.string(),
  since: day,
  source: z.string(),
  checkBy: day,
  check: z.boolean(),
  note: localized.optional(),
});

const route = z
  .strictObject({
    id: z.string(),
    title: localized,
    state: z.enum(['open', 'closed', 'unknown']),
    why: localized,
    law: z.array(law),
    fee: fee.optional(),
    needs: z.array(z.string()),
    deadline: deadline.optional(),
    earliest: deadline.optional().meta({ description: 'The first day on which the route can work' }),
    cost: localized.optional(),
    newEvidence: localized,
    whoMayAct: localized,
    doesNotStop: localized,
    link: localized.optional(),
  })
  .meta({ id: 'Route' });

const figureRows = z.array(z.strictObject({ label: localized.optional(), amount: z.number() }));
const figure = z.strictObject({
  id: z.string(),
  what: localized,
  rows: figureRows,
  onLetterDay: z
    .strictObject({ since: day, rows: figureRows })
    .optional()
    .meta({ description: 'The amounts on the day of the letter, where they were others' }),
  currency: z.string(),
  since: day,
  source: z.string(),
  checkBy: day,
  check: z.boolean(),
  note: localized.optional(),
});

const question = z.strictObject({
  id: z.string(),
  text: localized,
  changes: z.array(z.string()),
  answer: z.union([
    z.strictObject({ type: z.enum(['day', 'yes-no']) }),
    z.strictObject({
      type: z.literal('choice'),
      options: z.array(z.strictObject({ value: z.string(), label: localized })),
    }),
  ]),
});

/** The report, as `contract.md` section 3 fixes it (format 1). JSON Schema 2020-12 comes from it. */
export const reportSchema = z.strictObject({
  format: z.literal(1),
  made: z.string(),
  madeWith: z.strictObject({ analyzer: z.string(), pack: z.string(), packSha256: z.string() }),
  document: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    pages: z.array(
      z.strictObject({
        number: z.number().int(),
        width: z.number(),
        height: z.number(),
        origin: z.enum(['text-layer', 'ocr', 'plain-text']),
        confidence: z.number(),
      }),
    ),
  }),
  letter,
  grounds: z.array(ground),
  dismissed: z.array(
    z.strictObject({
      ground: z.string(),
      title: localized,
      because: localized,
      clue,
      zone,
      pattern: z.string(),
      evidence,
    }),
  ),
  unrecognised: z.array(z.strictObject({ evidence, nearest: z.array(z.string()) })),
  boxes: z.array(z.strictObject({ label: z.string(), state: z.enum(['ticked', 'empty', 'unreadable']), evidence })),
  remedies: z.array(
    z.strictObject({
      ground: z.string(),
      show: localized,
      documents: z.array(
        z.strictObject({
          id: z.string(),
          name: localized,
          why: localized,
          required: z.boolean(),
          submitted: z.boolean().optional(),
        }),
      ),
      mistakes: z.array(localized),
      held: localized.optional(),
    }),
  ),
  checklist: z.array(
    z.strictObject({
      document: z.string(),
      name: localized,
      how: localized,
      mustShow: localized.optional(),
      validity: localized.optional(),
      alternative: localized.optional(),
      for: z.array(z.string()),
      required: z.boolean(),
      mistakes: z.array(localized),
      submitted: localized.optional(),
      decides: z.enum(['must-have', 'answers', 'supports']),
      translation: localized.optional(),
      situations: z.array(z.strictObject({ when: localized, text: localized })),
      figures: z.array(figure),
    }),
  ),
  routes: z.array(route),
  questions: z.array(question),
  notes: z.array(z.strictObject({ code: z.string(), detail: localized, place: place.optional() })),
});

export type Report = z.infer<typeof reportSchema>;
