import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineFor } from './move.ts';

const titles = ['Wijzigen', 'Blokkeren', 'Weghalen'];

test('arrows go round', () => {
  assert.equal(lineFor('ArrowDown', -1, titles), 0);
  assert.equal(lineFor('ArrowDown', 2, titles), 0);
  assert.equal(lineFor('ArrowUp', 0, titles), 2);
  assert.equal(lineFor('ArrowUp', -1, titles), 2);
});

test('ends and letters', () => {
  assert.equal(lineFor('Home', 2, titles), 0);
  assert.equal(lineFor('End', 0, titles), 2);
  assert.equal(lineFor('w', 0, titles), 2);
  assert.equal(lineFor('w', 2, titles), 0);
  assert.equal(lineFor('x', 0, titles), undefined);
  assert.equal(lineFor('Tab', 0, titles), undefined);
  assert.equal(lineFor('ArrowDown', 0, []), undefined);
});
