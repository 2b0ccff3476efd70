import { z } from 'zod';
import { groundSchema } from './ground-schema.ts';
import { languageFileSchema } from './language-schema.ts';
import { listFileSchema } from './list-schema.ts';
import { countriesSchema } from './pack-schema.ts';
import { countryFiles } from './read-pack-folder.ts';

/** JSON Schemas (2020-12) of the pattern files by name, for editors: `patterns/<name>.schema.json`. */
export function packJsonSchemas(): Readonly<Record<string, object>> {
  const schemas = {
    ground: groundSchema,
    language: languageFileSchema,
    lists: listFileSchema,
    countries: countriesSchema,
    ...countryFiles,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
}

/** A schema as it stands in its file. */
export function formatSchema(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
