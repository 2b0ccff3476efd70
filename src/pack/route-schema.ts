import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import { lawIdSchema } from './law-schema.ts';
import { idSchema, localizedSchema } from './text-schema.ts';

/**
 * The first rule that holds decides. `absent`: the route has no place in this case and is not shown. A rule that hangs on
 * something nobody told us makes the route unsure, or is passed over with `ifUnknown: skip`; it is asked about either way.
 */
const ruleSchema = z.strictObject({
  when: conditionSchema.optional(),
  ifUnknown: z.enum(['unsure', 'skip']).default('unsure'),
  state: z.enum(['open', 'closed', 'unknown', 'absent']),
  why: localizedSchema.optional(),
});

/**
 * How a time limit is counted. `from`: `notified` the day the person was told (the letter's own day when nobody says
 * otherwise); `issued` the letter's day; `status-lost` the day the stay ended, kept alive by an extension filed in
 * time; `status-expiry` the printed end of the stay; `breach-ended` the day work or study
 * without permission stopped; `printed` only what the letter itself prints. `roll` moves a last
 * day that is no business day, and stands only where the law says so; `mayMove` is said where that is not settled.
 */
const deadlineSchema = z.strictObject({
  when: conditionSchema.optional(),
  /** Said of this limit where it is the other possible one: "if the decision was made abroad". */
  otherwise: localizedSchema.optional(),
  from: z.enum(['notified', 'issued', 'status-lost', 'status-expiry', 'breach-ended', 'printed']),
  within: z
    .string()
    .regex(/^P\d+[DMY]$/, 'write an ISO duration such as P15D')
    .optional(),
  count: z.enum(['exclusive', 'inclusive']).default('exclusive'),
  roll: z.enum(['none', 'next-business-day']).default('none'),
  mayMove: localizedSchema.optional(),
  law: lawIdSchema,
  /** What the letter calls it when it prints this limit. */
  printed: z.enum(['response', 'judicial-review', 'appeal', 'restoration', 'leave', 'other']).optional(),
  working: localizedSchema.optional(),
});

const lateSchema = z.strictObject({ state: z.enum(['open', 'closed', 'unknown']), why: localizedSchema });

const routeSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  law: z.array(lawIdSchema).default([]),
  rules: z.array(ruleSchema).min(1),
  /** Said when rules disagree on what nobody told us. */
  unsure: localizedSchema.optional(),
  deadlines: z.array(deadlineSchema).default([]),
  /** What is left when the time is over; `latePartly` when it is over by the cautious reading only. */
  late: lateSchema.optional(),
  latePartly: localizedSchema.optional(),
  /** What holds when a limit runs and its last day can't be worked out. */
  noDate: lateSchema.optional(),
  /** A bar that must end first. */
  earliest: z.array(deadlineSchema).default([]),
  fees: z.array(z.strictObject({ when: conditionSchema.optional(), figure: idSchema })).default([]),
  /** What it costs in words; amounts stand in figures.yaml. */
  cost: localizedSchema,
  newEvidence: localizedSchema,
  whoMayAct: localizedSchema,
  doesNotStop: localizedSchema,
  link: localizedSchema.optional(),
});

/** What a kind of letter tells of where the person is, until they say otherwise. */
const presumedPlaceSchema = z.strictObject({
  when: conditionSchema,
  place: z.enum(['inside', 'outside']),
  says: localizedSchema,
});

/** Sentences of the working of a deadline. `{day}` and the like are filled in by src/advise/fill-text.ts. */
const workingSchema = z.strictObject({
  notified: localizedSchema,
  issuedAsNotified: localizedSchema,
  issued: localizedSchema,
  statusEnded: localizedSchema,
  statusKept: localizedSchema,
  statusStillRan: localizedSchema,
  breachEnded: localizedSchema,
  printedDay: localizedSchema,
  printedDays: localizedSchema,
  printedSame: localizedSchema,
  printedEarlier: localizedSchema,
  printedLater: localizedSchema,
  exclusive: localizedSchema,
  inclusive: localizedSchema,
  rolled: localizedSchema,
  notBusiness: localizedSchema,
  last: localizedSchema,
  first: localizedSchema,
  passed: localizedSchema,
  thisReading: localizedSchema,
  otherReading: localizedSchema,
  ifPrinted: localizedSchema,
  ifByRule: localizedSchema,
  ifCountedFromNotice: localizedSchema,
  ifFiledLate: localizedSchema,
  ifFiledInTime: localizedSchema,
});

const countedSchema = z.strictObject({ one: localizedSchema, many: localizedSchema });

/** `patterns/<country>/routes.yaml`. */
export const routeFileSchema = z.strictObject({
  /** Kinds of letters that get the routes of a refusal when a ground was found in them. */
  readAsRefusal: z.array(idSchema),
  /** The kind those letters are treated as. */
  refusalKind: idSchema,
  /** The order in which routes are shown, by kind of letter; the first that names the kind counts, the last has no kinds. */
  orders: z.array(z.strictObject({ kinds: z.array(idSchema).optional(), routes: z.array(idSchema) })).min(1),
  /** The route that stands first where a ground must be seen by a representative. */
  stopRoute: idSchema,
  presumedPlaces: z.array(presumedPlaceSchema),
  /** The document checklist is held back, and why. */
  held: localizedSchema,
  /** What to say when several grounds come together. */
  together: z.array(z.strictObject({ when: conditionSchema, says: localizedSchema })),
  /** Said when the law changed between the letter and today. `{law}` and `{day}` are filled in. */
  lawChanged: z.strictObject({ repealed: localizedSchema, notInForce: localizedSchema, amended: localizedSchema }),
  units: z.strictObject({ D: countedSchema, M: countedSchema, Y: countedSchema }),
  /** How the first day of a month is written. */
  firstOfMonth: localizedSchema,
  working: workingSchema,
  routes: z.array(routeSchema).min(1),
});

export type RouteFile = z.infer<typeof routeFileSchema>;
export type RouteEntry = RouteFile['routes'][number];
export type DeadlineRule = RouteEntry['deadlines'][number];
