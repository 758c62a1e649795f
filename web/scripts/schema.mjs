// The API's types, made from its OpenAPI document, which the Rust code writes.
import openapiTS, { astToString } from 'openapi-typescript';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const web = resolve(import.meta.dirname, '..');
const document = resolve(web, '../docs/openapi.json');
export const schemaFile = resolve(web, 'api/src/schema.d.ts');

export async function makeSchema() {
  const types = await openapiTS(pathToFileURL(document));
  return `// Made from docs/openapi.json by \`npm run generate -w api\`. Do not edit.\n\n${astToString(types)}`;
}
