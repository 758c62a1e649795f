import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paidHours } from './paid-hours.ts';

test('days with the same hours are told together', () => {
  const [day, late] = [[{ from: '09:00', until: '19:00' }], [{ from: '09:00', until: '21:00' }]];
  assert.deepEqual(paidHours([day, day, day, day, late, late, []]), [
    { first: 1, last: 4, hours: day },
    { first: 5, last: 6, hours: late },
    { first: 7, last: 7, hours: [] },
  ]);
});
