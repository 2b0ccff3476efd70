import { z } from 'zod';
import { reportSchema } from './report-schema.ts';

/**
 * The published JSON Schema (2020-12) of a report. Answers of the service add keys beside the report's own (`id`,
 * `duplicateOf`), and later formats may add more: the root lets them pass.
 */
export function reportJsonSchema(): object {
  return { ...z.toJSONSchema(reportSchema, { io: 'input' }), additionalProperties: true };
}
