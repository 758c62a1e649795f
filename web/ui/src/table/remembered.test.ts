import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenColumns, recall, remember } from './remembered.ts';

function shelf(text: string | null) {
  return { text, getItem: () => text, setItem(_name: string, value: string) { this.text = value; } };
}

test('what another version or a stranger left is no reason to fail', () => {
  for (const text of [null, '', 'nonsense', '[]', 'null', '{"columns":[1],"size":7}']) assert.deepEqual(recall('list', shelf(text)), {});
  const full = { getItem: () => null, setItem: () => { throw new Error('full'); } };
  remember('list', { size: 10 }, full);
});

test('what was chosen comes back', () => {
  const kept = shelf(null);
  remember('list', { columns: ['name'], size: 50 }, kept);
  assert.deepEqual(recall('list', shelf(kept.text)), { columns: ['name'], size: 50 });
});

test('the first column is always there, the order is the description\'s', () => {
  const columns = [{ key: 'name' }, { key: 'mail' }, { key: 'kind', hidden: true }];
  const keys = (chosen?: string[]) => chosenColumns(columns, chosen).map((column) => column.key);
  assert.deepEqual(keys(), ['name', 'mail']);
  assert.deepEqual(keys(['kind']), ['name', 'kind']);
  assert.deepEqual(keys([]), ['name']);
});
