import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import { daySchema, localizedSchema } from './text-schema.ts';

/** What can be asked: one id for each thing that code knows how to use. */
const questionIds = [
  'letter-date',
  'notified',
  'decided',
  'whereabouts',
  'status-expires',
  'applied-before-expiry',
  'worked-since',
  'removal-order',
  'breach-ended',
] as const;

const questionSchema = z.strictObject({
  id: z.enum(questionIds),
  text: localizedSchema,
  /** Asked only when this surely holds; most questions are asked whenever they change something. */
  when: conditionSchema.optional(),
  /** For a choice: what may be answered, and how it reads. The order is the order of the answers code tries. */
  options: z.array(z.strictObject({ value: z.string().min(1), label: localizedSchema })).default([]),
});

/** What the letter itself answers. When the person says otherwise the letter's answer is used, and that is said. */
const letterAnswerSchema = z.strictObject({
  question: z.enum(['applied-before-expiry', 'removal-order']),
  when: conditionSchema,
  answer: z.boolean(),
  contradicted: localizedSchema,
});

/** `patterns/<country>/questions.yaml`. */
export const questionFileSchema = z.strictObject({
  questions: z.array(questionSchema).min(1),
  letterAnswers: z.array(letterAnswerSchema),
  /** Letters with an earlier date than this were misread. */
  earliestLetter: daySchema,
  notes: z.strictObject({
    dateMissing: localizedSchema,
    dateAmbiguous: localizedSchema,
    dateInFuture: localizedSchema,
    dateTooOld: localizedSchema,
    issuedDiffers: localizedSchema,
    issuedNoReading: localizedSchema,
    notADay: localizedSchema,
    notifiedBeforeLetter: localizedSchema,
    notifiedInFuture: localizedSchema,
    decidedDiffers: localizedSchema,
    breachInFuture: localizedSchema,
  }),
});

export type QuestionFile = z.infer<typeof questionFileSchema>;
export type QuestionEntry = QuestionFile['questions'][number];
export type QuestionId = QuestionEntry['id'];
