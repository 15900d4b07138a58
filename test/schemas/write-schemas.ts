// Writes the published JSON schemas from what the program itself checks: `npm run schemas`.
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { indexJsonSchema } from '../../src/core/library/index-schema.ts';
import { registerJsonSchema } from '../../src/core/register/register-schema.ts';

/** The published schemas, by the names of their files in `schemas/`. */
export const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  'index.schema.json': indexJsonSchema,
  'vendors.schema.json': registerJsonSchema,
};

export const schemaFile = (name: string): URL => new URL(`../../schemas/${name}`, import.meta.url);

/** The schema as its file has it. */
export async function schemaText(name: string): Promise<string> {
  const options = await resolveConfig(schemaFile(name));
  return await format(JSON.stringify(SCHEMAS[name]?.()), { ...options, parser: 'json' });
}

if (import.meta.main) {
  for (const name of Object.keys(SCHEMAS)) await writeFile(schemaFile(name), await schemaText(name));
}
