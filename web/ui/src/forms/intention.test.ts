import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from './draft.ts';
import { Intention, isSpent } from './intention.ts';

const zoe = 'a876e4';

function begin() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
  let keys = 0;
  /** As after a reload: another object over the same store. */
  const open = () => new Intention(new Drafts(store), 'top-up', () => `key-${(keys += 1)}`);
  return { open, store };
}

test('sent again, it has the same key; also after a reload', () => {
  const { open } = begin();
  const key = open().keyFor(zoe, { amountCents: 2000 });
  assert.equal(open().keyFor(zoe, { amountCents: 2000 }), key);
});

test('another amount is another intention, and so is going back to the former', () => {
  const intention = begin().open();
  const keys = [2000, 2500, 2000].map((amountCents) => intention.keyFor(zoe, { amountCents }));
  assert.equal(new Set(keys).size, 3);
});

test('one that ended is over; a later one is left alone', () => {
  const intention = begin().open();
  const first = intention.keyFor(zoe, { amountCents: 2000 });
  intention.begun(zoe, 'p1');
  assert.equal(intention.keyFor(zoe, { amountCents: 2000 }), first);
  assert.equal(intention.read(zoe)?.id, 'p1');
  intention.ended(zoe, 'p0');
  assert.equal(intention.keyFor(zoe, { amountCents: 2000 }), first);
  intention.ended(zoe, 'p1');
  assert.notEqual(intention.keyFor(zoe, { amountCents: 2000 }), first);
});

test('another amount is not yet begun', () => {
  const intention = begin().open();
  intention.keyFor(zoe, { amountCents: 2000 });
  intention.begun(zoe, 'p1');
  intention.keyFor(zoe, { amountCents: 2500 });
  assert.equal(intention.read(zoe)?.id, undefined);
});

test('somebody else on the same tab has intentions of their own', () => {
  const intention = begin().open();
  const key = intention.keyFor(zoe, { amountCents: 2000 });
  assert.notEqual(intention.keyFor('b12345', { amountCents: 2000 }), key);
});

test('nonsense in the store, or a store that is full, costs only the safety net', () => {
  const { open, store } = begin();
  store.setItem('meent.draft.top-up', JSON.stringify([zoe, '{"key":1}']));
  assert.match(open().keyFor(zoe, {}), /^key-/);
  const full = new Drafts({ ...store, getItem: () => null, length: 0, setItem: () => assert.fail('full') });
  let keys = 0;
  const forgetful = new Intention(full, 'top-up', () => `key-${(keys += 1)}`);
  assert.equal(forgetful.keyFor(zoe, {}), forgetful.keyFor(zoe, {}));
});

test('refused for good, the same words get another key; refused for now, they keep theirs', () => {
  for (const [code, stays] of [['payment-ended', false], ['idempotency-key-used', false], ['payment-provider-down', true], ['busy', true], [undefined, true]] as const) {
    const intention = begin().open();
    const key = intention.keyFor(zoe, { amountCents: 2000 });
    if (isSpent(code)) intention.ended(zoe);
    assert.equal(intention.keyFor(zoe, { amountCents: 2000 }) === key, stays, code);
  }
});
