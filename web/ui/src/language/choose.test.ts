import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstKnown } from './choose.ts';

const known = ['nl', 'fr', 'de', 'en'] as const;

test('the first wish that is known counts, whatever its region (P-40)', () => {
  assert.equal(firstKnown(known, ['fr-BE', 'nl']), 'fr');
  assert.equal(firstKnown(known, ['tr-TR', 'DE-at']), 'de');
});

test('an own choice stands before the browser', () => {
  assert.equal(firstKnown(known, ['en', 'nl-BE']), 'en');
  assert.equal(firstKnown(known, [null, 'nl-BE']), 'nl');
});

test('without a known wish it is Dutch', () => {
  assert.equal(firstKnown(known, [null, 'pl', '']), 'nl');
});
