// The API's types, made from its OpenAPI document.
import openapiTS, { astToString } from 'openapi-typescript';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const web = resolve(import.meta.dirname, '..');
export const schemaFile = resolve(web, 'api/src/schema.d.ts');

/** The document that the Rust code writes; before it was ever written, the one the contract was agreed with. */
const documents = [resolve(web, '../docs/openapi.json'), resolve(web, 'api/openapi.json')];

export async function makeSchema() {
  const document = documents.find((file) => existsSync(file));
  const types = await openapiTS(pathToFileURL(document));
  return `// Made from docs/openapi.json by \`npm run generate -w api\`. Do not edit.\n\n${astToString(types)}`;
}
