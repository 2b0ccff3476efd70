import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatSchema, packJsonSchemas } from '../../src/pack/json-schemas.ts';

test.each(Object.entries(packJsonSchemas()))(
  'patterns/%s.schema.json is of today (npm run schemas writes it)',
  (name, schema) => {
    const file = `patterns/${name}.schema.json`;
    expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing').toBe(formatSchema(schema));
  },
);
