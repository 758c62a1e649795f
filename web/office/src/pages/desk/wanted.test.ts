import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, usual, wantedOf } from './wanted.ts';

const words = { plate: 'plate', day: 'day', time: 'time', weekdays: 'weekdays' };
/** A Saturday, half past nine in the town. */
const now = new Date('2026-11-21T08:30:00Z');
const filled = { ...usual('centrum', now), plate: '1-abc-234' };
const ask = (more: object) => wantedOf({ ...filled, ...more }, 'centrum', now, words);

test('from now, until a time: of tomorrow when it was today', () => {
  assert.deepEqual(ask({ untilTime: '11u' }), { wanted: { kind: 'session', body: { for: 'own', plate: '1-abc-234', country: 'BE', zone: 'centrum', until: '2026-11-21T10:00:00.000Z' } } });
  const early = ask({ untilTime: '8:00' });
  assert.ok('wanted' in early && early.wanted.kind === 'session' && early.wanted.body.until === '2026-11-22T07:00:00.000Z');
});

test('later, over midnight', () => {
  const found = ask({ when: 'later', firstDay: '23/11/2026', fromTime: '22:00', untilTime: '01:00' });
  assert.ok('wanted' in found && found.wanted.kind === 'session');
  assert.deepEqual([found.wanted.body.from, found.wanted.body.until], ['2026-11-23T21:00:00.000Z', '2026-11-24T00:00:00.000Z']);
});

test('a series has its days in order', () => {
  const found = ask({ when: 'series', firstDay: '1/12/2026', lastDay: '12/12/2026', fromTime: '9', untilTime: '11', weekdays: ['3', '1'] });
  assert.ok('wanted' in found && found.wanted.kind === 'series');
  assert.deepEqual([found.wanted.body.weekdays, found.wanted.body.firstDay, found.wanted.body.untilTime], [[1, 3], '2026-12-01', '11:00']);
});

test('what is wrong is said at its field', () => {
  const wrong = ask({ when: 'series', plate: '🚗', firstDay: 'ooit', lastDay: '', fromTime: 'vroeg', untilTime: '25:00', weekdays: [] });
  assert.ok('wrong' in wrong);
  assert.deepEqual(wrong.wrong.map(({ field }) => field), ['plate', 'untilTime', 'fromTime', 'firstDay', 'lastDay', 'weekdays']);
  assert.deepEqual(['session.from', 'until', 'session.plate'].map(fieldOf), ['fromTime', 'untilTime', 'plate']);
});
