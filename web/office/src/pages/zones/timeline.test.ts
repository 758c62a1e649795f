import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rules, Zone } from './types.ts';
import { stateOf, timelineOf, withoutRules, withRules } from './timeline.ts';

const rules = (from: string) => ({ from }) as Rules;
const zone = (days: string[], closes?: string) => ({ id: 'a', rules: days.map(rules), ...(closes ? { closes } : {}) }) as Zone;
const days = (held: { rules: Rules }[]) => held.map(({ rules: { from } }) => from);

test('what held, holds and is to come', () => {
  const { past, now, coming } = timelineOf(zone(['2025-01-01', '2026-01-01', '2027-01-01']), '2026-11-21');
  assert.deepEqual([days(past), now?.rules.from, now?.until, days(coming)], [['2025-01-01'], '2026-01-01', '2027-01-01', ['2027-01-01']]);
  assert.equal(timelineOf(zone(['2026-11-21']), '2026-11-21').now?.rules.from, '2026-11-21');
  assert.equal(timelineOf(zone(['2026-11-22']), '2026-11-21').now, undefined);
  const closed = timelineOf(zone(['2025-01-01', '2027-01-01'], '2026-11-21'), '2026-11-21');
  assert.deepEqual([days(closed.past), closed.now], [['2025-01-01'], undefined]);
});

test('planned rules take their place among the others', () => {
  const planned = zone(['2026-01-01', '2027-01-01']);
  assert.deepEqual(withRules(planned, rules('2026-12-01')).rules.map(({ from }) => from), ['2026-01-01', '2026-12-01', '2027-01-01']);
  assert.deepEqual(withRules(planned, rules('2027-03-01'), '2027-01-01').rules.map(({ from }) => from), ['2026-01-01', '2027-03-01']);
  assert.deepEqual(withoutRules(planned, '2027-01-01').rules.map(({ from }) => from), ['2026-01-01']);
});

test('a zone opens, is open, closes, is closed', () => {
  const today = '2026-11-21';
  assert.equal(stateOf(zone(['2026-01-01']), today), 'open');
  assert.equal(stateOf(zone(['2026-11-22']), today), 'opens');
  assert.equal(stateOf(zone(['2026-01-01'], '2026-11-22'), today), 'closes');
  assert.equal(stateOf(zone(['2026-01-01'], '2026-11-21'), today), 'closed');
});
