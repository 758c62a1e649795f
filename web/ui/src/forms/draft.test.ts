import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Drafts, type DraftStore } from './draft.ts';

class Memory implements DraftStore {
  private readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
  key = (index: number) => [...this.kept.keys()][index] ?? null;
  get length() {
    return this.kept.size;
  }
}

let store: Memory;
let drafts: Drafts;
beforeEach(() => {
  store = new Memory();
  drafts = new Drafts(store);
});

test('what was typed is there again (P-51)', () => {
  drafts.keep('zoe', 'email', 'zoe@');
  assert.equal(drafts.read('zoe', 'email'), 'zoe@');
  assert.equal(drafts.read('zoe', 'user-name'), undefined);
});

test('somebody else never sees it, and then it is gone', () => {
  drafts.keep('zoe', 'email', 'zoe@');
  assert.equal(drafts.read('karel', 'email'), undefined);
  assert.equal(drafts.read('zoe', 'email'), undefined);
});

test('all go at once, and nothing else does', () => {
  store.setItem('meent.language', 'nl');
  drafts.keep('zoe', 'email', 'a');
  drafts.keep('zoe', 'user-name', 'b');
  drafts.dropAll();
  assert.equal(drafts.read('zoe', 'email'), undefined);
  assert.equal(drafts.read('zoe', 'user-name'), undefined);
  assert.equal(store.getItem('meent.language'), 'nl');
});

test('a full store or nonsense in it breaks no form', () => {
  store.setItem('meent.draft.email', 'nonsense');
  assert.equal(drafts.read('zoe', 'email'), undefined);
  const full = new Drafts({ ...store, length: 0, getItem: () => null, key: () => null, removeItem: () => undefined, setItem: () => { throw new Error('full'); } });
  assert.doesNotThrow(() => full.keep('zoe', 'email', 'a'));
});
