// Starts a town, runs the tests against it, stops it. `node run.mjs portal/home.test.mjs`
// runs some of them.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumHere } from './lib/chromium.mjs';
import { beginAsSuperadmin } from './lib/colleagues.mjs';
import { seenInAll } from './lib/combos.mjs';
import { startTown } from './lib/town.mjs';

/** Chromium is busy with two processes of its own for each: as many at a time as there are cores to share. */
const atATime = 2;
/** For a file as a whole too, on a machine that is busy: only so that one that hangs does not hold up all. */
const patience_ms = 1_200_000;
const here = import.meta.dirname;
const asked = process.argv.slice(2);
const all = ['portal', 'office'].flatMap((folder) => readdirSync(join(here, folder)).filter((name) => name.endsWith('.test.mjs')).map((name) => join(folder, name)));

const began_ms = Date.now();
process.env.CHROMIUM ??= chromiumHere();
const town = await startTown();
let tests;
const abandon = async (why) => {
  console.error(why);
  tests?.kill('SIGTERM');
  await town.stop();
  process.exit(1);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void abandon(`Stopped by ${signal}.`));
void town.ended.then((asked) => asked || abandon(`The town ended by itself:\n${town.said()}`));
let failed;
try {
  Object.assign(process.env, town.environment);
  Object.assign(process.env, await beginAsSuperadmin());
  failed = await run(asked.length > 0 ? asked : all);
  const { told, lacking } = seenInAll();
  for (const line of told) console.log(line);
  if (asked.length === 0 && lacking.length > 0) {
    console.log(`Never met:\n  ${lacking.join('\n  ')}`);
    failed = true;
  }
  console.log(`${Math.round((Date.now() - began_ms) / 1000)} s`);
} finally {
  await town.stop();
}
process.exitCode = failed ? 1 : 0;

/** @returns whether any failed. */
function run(files) {
  const reporter = process.env.MEENT_REPORTER ?? 'spec';
  tests = spawn(process.execPath, ['--test', `--test-concurrency=${atATime}`, `--test-timeout=${patience_ms}`, `--test-reporter=${reporter}`, ...files], { cwd: here, stdio: 'inherit' });
  return new Promise((done) => tests.once('exit', (code) => done(code !== 0)));
}
