import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWhole, termsOf, typedOf } from './typed.ts';
import type { VoucherType } from './types.ts';

test('whole numbers as people type them', () => {
  assert.deepEqual(['5', ' 12 ', '0', '007'].map(readWhole), [5, 12, 0, 7]);
  for (const text of ['', '1,5', '1.5', '-1', 'vijf', '1e3', '12345']) assert.equal(readWhole(text), undefined, text);
});

test('what is typed comes back as it was', () => {
  const type: VoucherType = {
    id: 'dag',
    terms: { name: { nl: 'Dag', fr: 'Jour', de: 'Tag', en: 'Day' }, hours: 8, priceCents: 150, multiple: 5, most: 50, zone: 'centrum', validity: { months: 12 }, sold: true },
  };
  for (const locale of ['nl', 'fr', 'de', 'en']) assert.deepEqual(termsOf(typedOf(type, locale)), type.terms);
  const others = { ...type.terms, priceCents: 0, validity: { endOfYear: 0 }, sold: false };
  assert.deepEqual(termsOf(typedOf({ id: 'jaar', terms: others }, 'nl')), others);
});
