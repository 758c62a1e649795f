// P-13: whoever changes a word of the consent text gives it a new version, and
// everybody is asked again. This holds together the words in four languages,
// the version on the page, the version the server knows, and the committed
// lock. `node scripts/check-consent.mjs --write` renews the lock, but only for
// a new version.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { locales, readTexts } from './texts.mjs';

const web = resolve(import.meta.dirname, '..');
const lockFile = resolve(web, 'portal/consent.lock.json');
const serverFile = resolve(web, '../shared/domain/src/consent.rs');

function fail(reason) {
  console.error(`consent: ${reason}`);
  process.exit(1);
}

function wordsHash() {
  const hash = createHash('sha256');
  for (const locale of locales) {
    const words = Object.entries(readTexts(resolve(web, 'ui'), locale)).filter(([key]) => key.startsWith('consent_text_'));
    for (const [key, text] of words.sort(([one], [other]) => (one < other ? -1 : 1))) hash.update(`${locale}\n${key}\n${text}\n`);
  }
  return hash.digest('hex');
}

function versionIn(file, pattern) {
  const found = pattern.exec(readFileSync(file, 'utf8'))?.[1];
  return found ?? fail(`${file} names no version`);
}

const version = versionIn(resolve(web, 'ui/src/consent/version.ts'), /consentVersion = '([\d-]+)'/);
const sha256 = wordsHash();
const lock = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')) : undefined;

if (process.argv.includes('--write')) {
  if (lock && lock.version === version && lock.sha256 !== sha256) fail(`the words changed but the version is still ${version}`);
  writeFileSync(lockFile, `${JSON.stringify({ version, sha256 }, null, 2)}\n`);
} else {
  if (!lock) fail('portal/consent.lock.json is missing');
  if (lock.version !== version) fail(`the page says version ${version}, the lock ${lock.version}`);
  if (lock.sha256 !== sha256) fail('the words of the consent changed: give them a new version (ui/src/consent/version.ts and shared/domain/src/consent.rs), then run `node scripts/check-consent.mjs --write`');
}
const server = versionIn(serverFile, /TEXT_VERSION: &str = "([\d-]+)"/);
if (server !== version) fail(`the page says version ${version}, the server ${server}`);
