import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsLeft, written } from './countdown.ts';

const waiting = { askedAt: '2026-11-21T13:00:00Z', askAgainAt: '2026-11-21T13:05:00Z', heardAt_ms: 1_000_000 };

test('counts from when the answer came, whatever this device takes the time to be', () => {
  assert.equal(secondsLeft(waiting, 1_000_000), 300);
  assert.equal(secondsLeft(waiting, 1_000_900), 300);
  assert.equal(secondsLeft(waiting, 1_060_000), 240);
  assert.equal(secondsLeft(waiting, 1_300_000), 0);
  assert.equal(secondsLeft(waiting, 9_000_000), 0);
});

test('minutes and seconds', () => {
  assert.equal(written(300), '5:00');
  assert.equal(written(65), '1:05');
  assert.equal(written(9), '0:09');
});
