import assert from 'node:assert/strict';
import { test } from 'node:test';
import { money } from './money.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('an amount is written as each language writes it (P-45)', () => {
  assert.equal(plain(money(1250, 'nl')), '€ 12,50');
  assert.equal(plain(money(1250, 'fr')), '12,50 €');
  assert.equal(plain(money(1250, 'de')), '12,50 €');
  assert.equal(plain(money(1250, 'en')), '€12.50');
});

test('nothing, debts and thousands', () => {
  assert.equal(plain(money(0, 'nl')), '€ 0,00');
  assert.equal(plain(money(-5, 'nl')), '€ -0,05');
  assert.equal(plain(money(123_456_789, 'nl')), '€ 1.234.567,89');
});

test('other money is told apart', () => {
  assert.equal(plain(money(2499, 'nl', 'USD')), 'US$ 24,99');
  assert.equal(plain(money(2499, 'nl')), '€ 24,99');
});

test('half a cent is refused', () => {
  assert.throws(() => money(0.5, 'nl'), RangeError);
});
