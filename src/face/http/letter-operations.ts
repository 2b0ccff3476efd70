import { z } from 'zod';
import { answersSchema } from '../../job/answers.ts';
import { reviewInputSchema, reviewSchema } from '../../report/review-schema.ts';
import { letterStateSchema } from './letter-view.ts';
import type { Operation, Parameter } from './operation.ts';

const id: Parameter = { name: 'id', in: 'path', description: 'The letter’s id' };
const report = { component: 'Report' } as const;

const uploadSchema = answersSchema.extend({
  letter: z.file().describe('The letter: PDF, JPEG, PNG or text. Several pictures are the pages of one letter.'),
  text: z.string().exactOptional().describe('Instead of a file: the letter’s text'),
});

const fileProblems = [
  'file-too-large',
  'file-type-unsupported',
  'file-unreadable',
  'file-encrypted',
  'too-many-pages',
  'timed-out',
] as const;

/** The calls about one letter. */
export const letterOperations = {
  postLetter: {
    method: 'post',
    path: '/v1/letters',
    tag: 'letters',
    scopes: ['letters:write'],
    summary: 'Upload a letter and have it read',
    parameters: [
      { name: 'Idempotency-Key', in: 'header', description: 'Sent again with the same file, it gives the same letter' },
      { name: 'Prefer', in: 'header', description: 'Seconds to wait for the report', example: 'wait=10' },
    ],
    body: {
      mediaType: 'multipart/form-data',
      schema: uploadSchema,
      description: 'The file and what you know of the case',
    },
    answers: {
      200: { description: 'The report, done within the wait; its id names the letter', json: report },
      202: { description: 'Kept and in line. Location names the letter', json: letterStateSchema },
    },
    problems: ['request-invalid', ...fileProblems, 'too-many-requests', 'busy'],
  },
  getLetter: {
    method: 'get',
    path: '/v1/letters/{id}',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'How far a letter is',
    parameters: [id],
    answers: { 200: { description: 'The letter’s state', json: letterStateSchema } },
    problems: ['not-found'],
  },
  getReport: {
    method: 'get',
    path: '/v1/letters/{id}/report',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'The report, in the form that Accept asks for',
    parameters: [id],
    answers: { 200: { description: 'The report', json: report, other: ['text/html', 'text/plain'] } },
    problems: ['not-found', 'not-done', ...fileProblems],
  },
  getReportForm: {
    method: 'get',
    path: '/v1/letters/{id}/report.{form}',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'The report in one form',
    parameters: [
      id,
      { name: 'form', in: 'path', description: 'json, html, txt and others that the service has', example: 'html' },
      { name: 'lang', in: 'query', description: 'en or fr; the letter’s own language if left out' },
    ],
    answers: { 200: { description: 'The report', json: report, other: ['text/html', 'text/plain'] } },
    problems: ['not-found', 'not-done', ...fileProblems],
  },
  patchAnswers: {
    method: 'patch',
    path: '/v1/letters/{id}/answers',
    tag: 'letters',
    scopes: ['letters:write'],
    summary: 'Tell what you know; routes and deadlines are worked out anew',
    parameters: [id],
    body: {
      mediaType: 'application/json',
      schema: answersSchema,
      description: 'Only what changes; null takes an answer back. Ids of questions are good names too.',
      example: { notified: '2026-11-03', whereabouts: 'inside', submitted: ['bank-statements'] },
    },
    answers: { 200: { description: 'The new report', json: report } },
    problems: ['request-invalid', 'not-found', 'not-done'],
  },
  getReview: {
    method: 'get',
    path: '/v1/letters/{id}/review',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'What reviewers confirmed, dismissed or added',
    parameters: [id],
    answers: { 200: { description: 'The corrections', json: reviewSchema } },
    problems: ['not-found'],
  },
  putReview: {
    method: 'put',
    path: '/v1/letters/{id}/review',
    tag: 'letters',
    scopes: ['letters:write'],
    summary: 'Keep a reviewer’s corrections beside the report, which stays as it is',
    parameters: [id],
    body: {
      mediaType: 'application/json',
      schema: reviewInputSchema,
      description:
        'All corrections; those that were there before keep their name and date. An added ground has a quote.',
      example: { by: 'A. Reviewer', corrections: [] },
    },
    answers: { 200: { description: 'The corrections as kept', json: reviewSchema } },
    problems: ['request-invalid', 'not-found', 'not-done'],
  },
  getComparison: {
    method: 'get',
    path: '/v1/letters/{id}/comparison',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'Repeated, cured and new grounds against another letter',
    parameters: [
      id,
      { name: 'with', in: 'query', description: 'The other letter’s id; dates say which is the earlier' },
    ],
    answers: { 200: { description: 'The comparison', json: z.looseObject({}) } },
    problems: ['not-found', 'not-done'],
  },
  getPage: {
    method: 'get',
    path: '/v1/letters/{id}/pages/{n}.png',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'A page, upright: a point of a box is dpi/72 pixels',
    parameters: [
      id,
      { name: 'n', in: 'path', description: 'The page’s number, from 1' },
      { name: 'dpi', in: 'query', description: '72, 144 or 216', example: '144' },
    ],
    answers: { 200: { description: 'The picture', other: ['image/png'] } },
    problems: ['request-invalid', 'not-found', 'not-done'],
  },
  getOriginal: {
    method: 'get',
    path: '/v1/letters/{id}/original',
    tag: 'letters',
    scopes: ['letters:read'],
    summary: 'The file as it came',
    parameters: [id],
    answers: { 200: { description: 'The file, to be saved', other: ['application/octet-stream'] } },
    problems: ['not-found'],
  },
  putHold: {
    method: 'put',
    path: '/v1/letters/{id}/hold',
    tag: 'letters',
    scopes: ['letters:write'],
    summary: 'Keep the letter whatever its age, and let nobody delete it',
    parameters: [id],
    answers: { 200: { description: 'The letter’s state', json: letterStateSchema } },
    problems: ['not-found'],
  },
  deleteHold: {
    method: 'delete',
    path: '/v1/letters/{id}/hold',
    tag: 'letters',
    scopes: ['letters:write'],
    summary: 'End the hold: the letter is deleted when its time is over',
    parameters: [id],
    answers: { 200: { description: 'The letter’s state', json: letterStateSchema } },
    problems: ['not-found'],
  },
  deleteLetter: {
    method: 'delete',
    path: '/v1/letters/{id}',
    tag: 'letters',
    scopes: ['letters:write'],
    summary: 'Delete the file, its text, pictures and report at once',
    parameters: [id],
    answers: { 204: { description: 'Gone' } },
    problems: ['forbidden', 'not-found'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
