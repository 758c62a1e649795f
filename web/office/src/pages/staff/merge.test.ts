import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, merge } from './merge.ts';

const base = { name: 'An', roles: ['admin', 'enforcement'] };

test('roles in another order are no change', () => {
  assert.deepEqual(changed(base, { name: 'An ', roles: ['enforcement', 'admin'] }), []);
  assert.deepEqual(changed(base, { name: 'Ann', roles: [] }), ['name', 'roles']);
});

test('what was not touched follows the other, what was typed stays', () => {
  const merged = merge(base, { ...base, name: 'Anneke' }, { name: 'Anna', roles: ['admin'] });
  assert.deepEqual(merged.values, { name: 'Anneke', roles: ['admin'] });
  assert.deepEqual(merged.theirs, [
    { field: 'name', from: ['An'], to: ['Anna'], kept: true },
    { field: 'roles', from: ['admin', 'enforcement'], to: ['admin'], kept: false },
  ]);
});

test('who typed the same as the other has nothing to choose', () => {
  const merged = merge(base, { ...base, name: 'Anna' }, { ...base, name: 'Anna' });
  assert.deepEqual(merged.theirs, [{ field: 'name', from: ['An'], to: ['Anna'], kept: false }]);
});
