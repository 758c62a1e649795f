import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOverdue } from './overdue.ts';

test('a night that was missed is told the next afternoon', () => {
  const ended = '2026-11-20T02:10:00Z';
  assert.ok(!isOverdue(ended, Date.parse('2026-11-21T12:00:00Z')));
  assert.ok(isOverdue(ended, Date.parse('2026-11-21T15:00:00Z')));
});
