import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, askedOf, filterOf, isFiltered, readFilter, type Typed, typedOf } from './filter.ts';

const today = '2026-11-21';
const typed = (some: Partial<Typed>): Typed => ({ kind: 'period', day: '', from: '', to: '', invoice: false, ...some });
const read = (address: string) => readFilter(new URL(address, 'https://town.example').searchParams);

test('an address leads to the same filter', () => {
  for (const filter of [{ size: 10 }, { from: '2026-11-21', size: 25 }, { from: '2026-11-01', to: '2026-11-21', invoice: true, size: 50 }] as const) assert.deepEqual(read(addressOf('/wallet/transactions', filter)), filter);
  assert.equal(addressOf('/wallet/transactions', { size: 10 }), '/wallet/transactions');
});

test('nonsense in an address is no filter', () => {
  for (const address of ['?from=gisteren', '?from=2026-02-30', '?from=2026-12-01&to=2026-01-01', '?invoice=maybe', '?limit=1000', '?cursor=x']) assert.deepEqual(read(address), { size: 10 }, address);
});

test('one day, or a period with both ends within', () => {
  assert.deepEqual(filterOf(typed({ kind: 'day', day: '21/11/2026' }), 10, today), { filter: { from: '2026-11-21', size: 10 } });
  assert.deepEqual(filterOf(typed({ from: '1-11-2026', to: '21.11.2026', invoice: true }), 25, today), { filter: { from: '2026-11-01', to: '2026-11-21', invoice: true, size: 25 } });
  assert.deepEqual(filterOf(typed({ to: '21/11/2026' }), 10, today), { filter: { to: '2026-11-21', size: 10 } });
  // What the other kind left typed does not count.
  assert.deepEqual(filterOf(typed({ kind: 'day', day: '', from: 'x' }), 10, today), { filter: { size: 10 } });
});

test('a period left open goes on until today', () => {
  assert.deepEqual(filterOf(typed({ from: '1/11/2026' }), 10, today), { filter: { from: '2026-11-01', to: today, size: 10 } });
  assert.deepEqual(filterOf(typed({ from: '1/12/2026' }), 10, today), { filter: { from: '2026-12-01', to: '2026-12-01', size: 10 } });
});

test('what is wrong is told by its field', () => {
  assert.deepEqual(filterOf(typed({ from: '31/11/2026', to: 'x' }), 10, today), { wrong: [{ field: 'from', why: 'no-day' }, { field: 'to', why: 'no-day' }] });
  assert.deepEqual(filterOf(typed({ from: '2/11/2026', to: '1/11/2026' }), 10, today), { wrong: [{ field: 'to', why: 'order' }] });
});

test('the form shows the filter again', () => {
  assert.deepEqual(typedOf({ from: '2026-11-21', size: 10 }), typed({ kind: 'day', day: '21/11/2026' }));
  assert.deepEqual(typedOf({ from: '2026-11-01', to: '2026-11-21', invoice: true, size: 10 }), typed({ from: '01/11/2026', to: '21/11/2026', invoice: true }));
  assert.deepEqual(typedOf({ to: '2026-11-21', size: 10 }), typed({ to: '21/11/2026' }));
  assert.deepEqual(askedOf({ from: '2026-11-21', size: 10 }), { from: '2026-11-21' });
  assert.ok(!isFiltered({ size: 50 }) && isFiltered({ invoice: true, size: 10 }));
});
