// Everything that can be said about the web side without running it. All
// checks run, so that one sees every fault at once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const web = resolve(import.meta.dirname, '..');
const checks = [
  ['schema', 'node', ['scripts/check-schema.mjs']],
  ['consent', 'node', ['scripts/check-consent.mjs']],
  ['portal', 'npm', ['run', '-s', 'check', '-w', 'portal']],
  ['office', 'npm', ['run', '-s', 'check', '-w', 'office']],
  ['tests', 'npx', ['--no-install', 'tsc', '-p', 'tsconfig.test.json']],
  ['lint', 'npm', ['run', '-s', 'lint']],
];

if (!existsSync(resolve(web, 'node_modules'))) {
  console.error('check: the packages are not installed; run `npm ci` in web/ first');
  process.exit(1);
}

const failed = checks.filter(([, command, parameters]) => spawnSync(command, parameters, { cwd: web, stdio: 'inherit' }).status !== 0).map(([name]) => name);
if (failed.length > 0) {
  console.error(`check: failed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log(`check: ${checks.length} checks passed`);
