import assert from 'node:assert/strict';
import { test } from 'node:test';
import { left_cents } from './left.ts';

test('only parts that are paid are back', () => {
  const part = (amountCents: number, state: string) => ({ amountCents, state });
  assert.equal(left_cents({ amountCents: 5500, parts: [] }), 5500);
  assert.equal(left_cents({ amountCents: 5500, parts: [part(2500, 'paid'), part(3000, 'released')] }), 3000);
  assert.equal(left_cents({ amountCents: 5500, parts: [part(2500, 'sent'), part(3000, 'reserved')] }), 5500);
});
