import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterCount, readQuery, turnSort, withFilter, withoutFilters, writeQuery } from './query.ts';

const description = {
  columns: [
    { filter: { kind: 'text' as const, parameter: 'text', label: 'Name' }, sort: { ascending: 'name', descending: '-name' } },
    { filter: { kind: 'choice' as const, parameter: 'state', label: 'State', choices: [{ value: 'active', label: 'Active' }] } },
    { filter: { kind: 'period' as const, from: 'from', to: 'to', label: 'When' } },
  ],
};

test('an address gives only what the description knows', () => {
  const query = readQuery(new URLSearchParams('text=%20an%20&state=nonsense&from=2026-11-01&to=soon&sort=-name&limit=7&x=1'), description);
  assert.deepEqual(query, { filters: { text: 'an', from: '2026-11-01' }, sort: '-name' });
});

test('a query survives its address', () => {
  const query = { filters: { text: 'é & co', state: 'active' }, sort: 'name', size: 50 as const };
  assert.deepEqual(readQuery(new URLSearchParams(writeQuery(query)), description), query);
  assert.equal(writeQuery({ filters: {} }), '');
});

test('filters are set, emptied and counted', () => {
  const one = withFilter({ filters: {} }, 'text', ' an ');
  assert.deepEqual(one.filters, { text: 'an' });
  assert.equal(filterCount(withFilter(one, 'state', 'active')), 2);
  assert.deepEqual(withFilter(one, 'text', '  ').filters, {});
  assert.deepEqual(withoutFilters(one).filters, {});
});

test('a head goes from ascending to descending to the own order', () => {
  const sort = { ascending: 'name', descending: '-name' };
  const up = turnSort({ filters: {} }, sort);
  const down = turnSort(up, sort);
  assert.deepEqual([up.sort, down.sort, turnSort(down, sort).sort], ['name', '-name', undefined]);
});
