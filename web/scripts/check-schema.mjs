// The committed types are those of the committed document: a changed contract
// is a visible difference, never a surprise.
import { readFileSync } from 'node:fs';
import { makeSchema, schemaFile } from './schema.mjs';

if ((await makeSchema()) !== readFileSync(schemaFile, 'utf8')) {
  console.error('schema: web/api/src/schema.d.ts is not what docs/openapi.json says; run `npm run generate -w api` in web/');
  process.exit(1);
}
