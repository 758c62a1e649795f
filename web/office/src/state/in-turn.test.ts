import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '@meent/api/problem';
import { inTurn } from './in-turn.ts';

const refuse = () => Promise.reject(new Problem({ status: 409, code: 'refund-not-waiting', detail: 'Decided already.' }));
const name = (row: number) => `number ${row}`;

test('one that fails does not stop the rest, and is told by its name', async () => {
  const tried: number[] = [];
  const outcome = await inTurn([1, 2, 3], name, (row) => (tried.push(row), row === 2 ? refuse() : Promise.resolve()));
  assert.deepEqual(tried, [1, 2, 3]);
  assert.deepEqual(outcome, { done: 2, failed: [{ name: 'number 2', reason: 'Decided already.' }] });
});

test('stopped in between: what was not tried is counted', async () => {
  const outcome = await inTurn([1, 2, 3], name, () => Promise.resolve(), (tried) => tried < 1);
  assert.deepEqual(outcome, { done: 1, failed: [], skipped: 2 });
});

test('a fault of ours is not told as the row’s', async () => {
  await assert.rejects(inTurn([1], name, () => Promise.reject(new TypeError('ours'))), TypeError);
});
