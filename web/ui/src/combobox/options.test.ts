import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf } from './options.ts';

test('options stand under their group and keep their place in the whole', () => {
  const groups = groupsOf([
    { key: 'a', label: 'A', group: 'Pages' },
    { key: 'b', label: 'B', group: 'Pages' },
    { key: 'c', label: 'C', group: 'People' },
  ]);
  assert.deepEqual(groups.map((group) => [group.title, group.options.map(({ index }) => index)]), [['Pages', [0, 1]], ['People', [2]]]);
  assert.deepEqual(groupsOf([]), []);
});
