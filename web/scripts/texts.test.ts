import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsIn } from './texts.mjs';

function surface(texts: Record<string, Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  mkdirSync(join(folder, 'messages'));
  for (const [locale, messages] of Object.entries(texts)) writeFileSync(join(folder, 'messages', `${locale}.json`), JSON.stringify(messages));
  return folder;
}

test('four complete languages have no fault', () => {
  assert.deepEqual(faultsIn(surface({ nl: { hello: 'Dag {name}' }, fr: { hello: 'Bonjour {name}' }, de: { hello: 'Hallo {name}' }, en: { hello: 'Hello {name}' } })), []);
});

test('a missing text, an empty one, a lost parameter and one too many are each told (P-40)', () => {
  const faults = faultsIn(surface({ nl: { hello: 'Dag {name}' }, fr: {}, de: { hello: ' ' }, en: { hello: 'Hello', bye: 'Bye' } }));
  assert.equal(faults.length, 4);
  assert.match(faults.join('\n'), /fr has no text for hello/);
  assert.match(faults.join('\n'), /de has no text for hello/);
  assert.match(faults.join('\n'), /en hello has parameters none, nl has name/);
  assert.match(faults.join('\n'), /en bye is not in nl/);
});
