import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAmount, writeAmount } from './amount.ts';

test('amounts as people type them', () => {
  for (const text of ['12,50', '12.50', '€ 12,50', '€12.50', '12,5', '12,50 €', ' 12,50 ', '12,50 euro', 'EUR 12,50', '€\u00a012,50']) assert.equal(readAmount(text), 1250, text);
  for (const text of ['12', '12,00', '12,', '12,-', '12.0', '€ 12']) assert.equal(readAmount(text), 1200, text);
  assert.equal(readAmount('0,05'), 5);
  assert.equal(readAmount(',05'), 5);
  assert.equal(readAmount('.5'), 50);
  assert.equal(readAmount('0'), 0);
});

test('thousands', () => {
  for (const text of ['1.250', '1250', '1 250', '1\u202f250,00', '1.250,00', '1,250.00']) assert.equal(readAmount(text), 125_000, text);
});

test('what is no amount, or could be two', () => {
  for (const text of ['', ' ', '€', ',', '.', '-', '-5', '12,505', '1,250', '12.50.1', '12,50,1', '1.25.0', '1e3', 'twintig', '12-50', '99999999999999999999']) assert.equal(readAmount(text), undefined, text);
});

test('an amount written is read again', () => {
  for (const locale of ['nl', 'fr', 'de', 'en']) for (const cents of [0, 5, 50, 100, 1250, 2000, 99_999]) assert.equal(readAmount(writeAmount(cents, locale)), cents);
  assert.equal(writeAmount(2000, 'nl'), '20');
  assert.equal(writeAmount(1205, 'nl'), '12,05');
  assert.equal(writeAmount(1205, 'en'), '12.05');
});
