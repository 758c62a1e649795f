import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantities } from './quantities.ts';

test('how many are sold at once', () => {
  assert.equal(quantities(5, 50), '5, 10 … 50');
  assert.equal(quantities(1, 100), '1, 2 … 100');
  assert.equal(quantities(5, 52), '5, 10 … 50');
  assert.equal(quantities(5, 20), '5, 10, 15, 20');
  assert.equal(quantities(30, 50), '30');
});
