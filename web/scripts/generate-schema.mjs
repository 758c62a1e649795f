import { writeFileSync } from 'node:fs';
import { makeSchema, schemaFile } from './schema.mjs';

writeFileSync(schemaFile, await makeSchema());
