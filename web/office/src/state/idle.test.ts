import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idleAt, idleLimit_ms, warnBefore_ms } from './idle.ts';

test('the last two minutes are announced, then it is over', () => {
  assert.deepEqual(idleAt(1000, 1000), { state: 'busy' });
  assert.deepEqual(idleAt(idleLimit_ms - warnBefore_ms - 1, 0), { state: 'busy' });
  assert.deepEqual(idleAt(idleLimit_ms - warnBefore_ms, 0), { state: 'warned', left_s: 120 });
  assert.deepEqual(idleAt(idleLimit_ms - 1, 0), { state: 'warned', left_s: 1 });
  assert.deepEqual(idleAt(idleLimit_ms, 0), { state: 'over' });
});
