// Runs every *.test.ts of the workspace with Node's own test runner. Node 20
// takes no patterns, so the files are found here.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const files = ['ui', 'api', 'portal', 'office', 'scripts']
  .flatMap((folder) => readdirSync(join(web, folder), { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'));

const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', ...files], { cwd: web, stdio: 'inherit' });
process.exit(status ?? 1);
