// The town the tests run against. run.mjs starts one for all files and says in
// the environment where it is; a file run alone finds none and says so.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from './until.mjs';

export const root = resolve(import.meta.dirname, '../../..');
const folderName = 'MEENT_TOWN_FOLDER';

/** @returns a town of its own, and how to stop it. `MEENT_BINARIES` names a folder of others than `make browser` builds. */
export async function startTown() {
  const binary = join(process.env.MEENT_BINARIES ?? join(root, 'target/debug'), 'meent-local');
  if (!existsSync(binary)) throw new Error('No town to start: cargo build --workspace --bin meent-local');
  const folder = mkdtempSync(join(tmpdir(), 'meent-browser-'));
  const town = spawn(binary, ['--data', folder, '--port', String(await freePort())], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  town.stderr.on('data', (line) => (said = `${said}${line}`.slice(-4000)));
  let asked = false;
  const ended = new Promise((done) => town.once('exit', () => done(asked)));
  const stop = async () => {
    asked = true;
    town.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const guide = join(folder, 'town.json');
    await until('town.json', () => {
      if (town.exitCode !== null) throw new Error(`the town ended:\n${said}`);
      return existsSync(guide);
    });
  } catch (failure) {
    await stop();
    throw failure;
  }
  return { folder, stop, ended, said: () => said, environment: { [folderName]: folder } };
}

/** Three ports in a row are taken from here on; the town looks further itself. */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(Math.min(port, 65_000)));
    });
  });
}

function read() {
  const folder = process.env[folderName];
  if (!folder) throw new Error('These tests need a town: node run.mjs [file …]');
  return JSON.parse(readFileSync(join(folder, 'town.json'), 'utf8'));
}

let known;
/** What town.json says: addresses, demo residents, demo staff. */
export const town = () => (known ??= read());
export const at = (surface) => town()[surface];
export const simulator = (name) => town().simulators[name];
export const simulators = () => simulator('mail').replace(/\/mail$/, '');

/** Lets a provider or the mail fail so many times, or until told `none`. */
export async function misbehave(name, misbehaviour, times) {
  const body = JSON.stringify({ misbehave: misbehaviour, ...(times ? { times } : {}) });
  const answer = await fetch(`${simulator(name)}/control`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!answer.ok) throw new Error(`${name} does not take ${misbehaviour}: ${await answer.text()}`);
}
