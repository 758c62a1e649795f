import assert from 'node:assert/strict';
import { test } from 'node:test';
import { most, Waiting, waits_ms } from './waiting.ts';

/** A clock that the test moves on, and a page that it hides. */
function around(ends = Number.POSITIVE_INFINITY) {
  const state = { questions: 0, seen: true, waits: [] as number[], next: undefined as (() => void) | undefined };
  const ask = () => {
    state.questions += 1;
    return Promise.resolve(state.questions < ends);
  };
  const later = (wait_ms: number, then: () => void) => {
    state.waits.push(wait_ms);
    state.next = then;
    return () => (state.next = undefined);
  };
  const waiting = new Waiting(ask, { later, isSeen: () => state.seen });
  const pass = async () => {
    const { next } = state;
    state.next = undefined;
    next?.();
    await new Promise((done) => setImmediate(done));
  };
  return { state, waiting, pass };
}

test('asks at once, then less and less often, until it is known', async () => {
  const { state, waiting, pass } = around(4);
  await waiting.now();
  for (let times = 0; times < 6; times += 1) await pass();
  assert.equal(state.questions, 4);
  assert.deepEqual(state.waits, waits_ms.slice(0, 3));
});

test('gives up asking by itself, but not when somebody asks', async () => {
  const { state, waiting, pass } = around();
  await waiting.now();
  for (let times = 0; times < 100; times += 1) await pass();
  assert.equal(state.questions, most + 1);
  assert.equal(state.waits.at(-1), waits_ms.at(-1));
  await waiting.now();
  assert.equal(state.questions, most + 2);
});

test('asks nothing while nobody looks, and at once when somebody does', async () => {
  const { state, waiting, pass } = around();
  await waiting.now();
  state.seen = false;
  waiting.seen();
  await pass();
  assert.equal(state.questions, 1);
  state.seen = true;
  waiting.seen();
  await pass();
  assert.equal(state.questions, 2);
});

test('an answer that comes while nobody looks plans nothing', async () => {
  const { state, waiting } = around();
  state.seen = false;
  await waiting.now();
  assert.equal(state.next, undefined);
});

test('two questions are never under way at once, and none after it stopped', async () => {
  const { state, waiting } = around();
  await Promise.all([waiting.now(), waiting.now()]);
  assert.equal(state.questions, 1);
  waiting.stop();
  await waiting.now();
  assert.equal(state.questions, 1);
});
