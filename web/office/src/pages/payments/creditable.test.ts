import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditable, differs } from './creditable.ts';

test('only euros that came can be credited', () => {
  assert.ok(creditable({ receivedCents: 2499, receivedCurrency: 'EUR' }));
  assert.ok(!creditable({ receivedCents: 2500, receivedCurrency: 'USD' }));
  assert.ok(!creditable({ receivedCents: 0, receivedCurrency: 'EUR' }));
  assert.ok(!creditable({}));
});

test('nothing received is no difference', () => {
  assert.ok(!differs({ orderedCents: 2500 }));
  assert.ok(!differs({ orderedCents: 2500, receivedCents: 2500, receivedCurrency: 'EUR' }));
  assert.ok(differs({ orderedCents: 2500, receivedCents: 2499, receivedCurrency: 'EUR' }));
  assert.ok(differs({ orderedCents: 2500, receivedCents: 2500, receivedCurrency: 'USD' }));
});
