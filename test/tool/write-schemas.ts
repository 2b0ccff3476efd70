// Writes the JSON Schemas of the pattern files: npm run schemas
import { writeFileSync } from 'node:fs';
import { formatSchema, packJsonSchemas } from '../../src/pack/json-schemas.ts';

for (const [name, schema] of Object.entries(packJsonSchemas())) {
  writeFileSync(`patterns/${name}.schema.json`, formatSchema(schema));
}
