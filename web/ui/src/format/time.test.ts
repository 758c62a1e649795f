import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, date, dateTime, day, duration, isoDay, isoTime, shortDate, time, weekday } from './time.ts';

test('a date is written out (P-45)', () => {
  const moment = '2026-11-21T09:05:00Z';
  assert.equal(date(moment, 'nl'), '21 november 2026');
  assert.equal(date(moment, 'fr'), '21 novembre 2026');
  assert.equal(date(moment, 'de'), '21. November 2026');
  assert.equal(date(moment, 'en'), '21 November 2026');
  assert.equal(shortDate(moment, 'nl'), '21/11/2026');
});

test('a time is written as each language writes it, in Belgian time', () => {
  const winter = '2026-11-21T13:05:00Z';
  assert.equal(time(winter, 'nl'), '14u05');
  assert.equal(time(winter, 'fr'), '14h05');
  assert.equal(time(winter, 'de'), '14:05 Uhr');
  assert.equal(time(winter, 'en'), '14:05');
  assert.equal(dateTime(winter, 'nl'), '21 november 2026 om 14u05');
});

test('summer time counts, also in the night it ends', () => {
  assert.equal(time('2026-07-21T12:05:00Z', 'nl'), '14u05');
  assert.equal(time('2026-10-25T00:30:00Z', 'nl'), '2u30');
  assert.equal(time('2026-10-25T01:30:00Z', 'nl'), '2u30');
  assert.equal(time('2026-10-25T02:30:00Z', 'nl'), '3u30');
});

test('midnight is hour nought of the new day', () => {
  assert.equal(time('2026-11-20T23:00:00Z', 'nl'), '0u00');
  assert.equal(date('2026-11-20T23:00:00Z', 'nl'), '21 november 2026');
});

test('the town’s own day and time, wherever the phone is', () => {
  assert.deepEqual([isoDay('2026-11-20T23:05:00Z'), isoTime('2026-11-20T23:05:00Z')], ['2026-11-21', '00:05']);
  assert.deepEqual(['nl', 'fr', 'de', 'en'].map((locale) => clock('09:00', locale)), ['9u00', '9h00', '09:00 Uhr', '09:00']);
});

test('days of the week, and how long', () => {
  assert.equal(day('2026-11-21T09:05:00Z', 'nl'), 'zaterdag 21 november 2026');
  assert.deepEqual([weekday(1, 'nl', 'short'), weekday(7, 'fr', 'long')], ['ma', 'dimanche']);
  assert.deepEqual([0, 45, 60, 150].map((minutes) => duration(minutes, 'nl')), ['0 minuten', '45 minuten', '1 uur', '2 uur 30 minuten']);
  assert.equal(duration(61, 'de'), '1 Stunde 1 Minute');
});
