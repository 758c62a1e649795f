import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, momentOf, readTime, weekdayOf } from './town-time.ts';

test('times as people type them', () => {
  for (const text of ['14:30', '14u30', '14h30', '14.30', '1430', ' 14 u 30', '14:30 Uhr']) assert.equal(readTime(text), '14:30', text);
  for (const text of ['9', '9u', '09:00', '9h', '900', '9 Uhr']) assert.equal(readTime(text), '09:00', text);
  for (const text of ['', '24:00', '12:60', 'half twee', '1:5', '-9', '12:30 PM']) assert.equal(readTime(text), undefined, text);
});

test('the moment a clock in town shows it', () => {
  assert.equal(momentOf('2026-11-21', '14:05').toISOString(), '2026-11-21T13:05:00.000Z');
  assert.equal(momentOf('2026-07-21', '14:05').toISOString(), '2026-07-21T12:05:00.000Z');
  // Twice in the night the clocks go back: the first; left out when they go on: with the change.
  assert.equal(momentOf('2026-10-25', '02:30').toISOString(), '2026-10-25T00:30:00.000Z');
  assert.equal(momentOf('2026-10-25', '03:30').toISOString(), '2026-10-25T02:30:00.000Z');
  assert.equal(momentOf('2026-03-29', '02:30').toISOString(), '2026-03-29T01:30:00.000Z');
});

test('days go on over months', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2026-03-28', 2), '2026-03-30');
  assert.deepEqual([weekdayOf('2026-11-21'), weekdayOf('2026-11-22')], [6, 7]);
});
