import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetLastKnown, keepLastKnown, readLastKnown } from './last-known.ts';

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key), all: () => [...kept.values()].join() };
}

const zoe = { firstName: 'Zoë', lastName: 'Peeters', balanceCents: 0, asOf: '2026-11-21T09:05:00Z' };

test('a name and a balance with its time are kept, and go (P-44)', () => {
  const store = memory();
  keepLastKnown(store, zoe);
  assert.deepEqual(readLastKnown(store), zoe);
  forgetLastKnown(store);
  assert.equal(readLastKnown(store), undefined);
});

test('what is parked is kept with it', () => {
  const store = memory();
  const current = { id: 's1', from: '2026-11-21T09:00:00Z', until: '2026-11-21T11:00:00Z', zone: 'centrum', zoneName: 'Centrum', plate: '1ABC234', plateWritten: '1-ABC-234', country: 'BE', for: 'own', cents: 440 };
  keepLastKnown(store, { ...zoe, current });
  assert.deepEqual(readLastKnown(store), { ...zoe, current });
});

test('no more than that is kept', () => {
  const store = memory();
  keepLastKnown(store, { ...zoe, ...{ profileId: 'a876e4', email: 'zoe@voorbeeld.example' } });
  assert.doesNotMatch(store.all(), /a876e4|voorbeeld/);
});

test('nonsense is nothing', () => {
  const store = memory();
  for (const nonsense of ['', '{', 'null', '[]', '{"firstName":1}', '{"firstName":"a","lastName":"b","balanceCents":0.5,"asOf":"x"}', '{"firstName":"a","lastName":"b","balanceCents":5,"asOf":"x","current":1}']) {
    store.setItem('meent.last-known', nonsense);
    assert.equal(readLastKnown(store), undefined);
  }
});
