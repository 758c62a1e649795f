import assert from 'node:assert/strict';
import { test } from 'node:test';

// As in a browser, before the stores are opened.
const memory = () => {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key), key: () => null, length: 0 };
};
Object.assign(globalThis, { sessionStorage: memory(), localStorage: memory() });
const { fieldOf, keepValues, paidUntil, readValues, usual, wantedOf } = await import('./wanted.ts');
type Values = import('./wanted.ts').Values;

const zone = { id: 'centrum', name: 'Centrum', hours: [...Array.from({ length: 5 }, () => [{ from: '09:00', until: '19:00' }]), [{ from: '09:00', until: '12:00' }, { from: '13:00', until: '21:00' }], []], holidays: 'free', own: { perHourCents: 220, stepCents: 5 }, visitors: { perHourCents: 50, stepCents: 5 }, streets: [] };
const plates = [
  { plate: '2XYZ987', plateWritten: '2-XYZ-987', country: 'BE', for: 'visitor', usedAt: '2026-11-20T10:00:00Z' },
  { plate: 'AB123CD', plateWritten: 'AB123CD', country: 'FR', for: 'own', usedAt: '2026-11-19T10:00:00Z' },
];
const start = { balanceCents: 500, visitorsZone: 'centrum', hasAddress: true, quota: [], visitMinutes: 180, reminders: { email: false }, plates };
/** A Saturday, 14u05 in town. */
const now = new Date('2026-11-21T13:05:20Z');
const filled = (some: Partial<Values> = {}): Values => ({ ...usual('zoe', start, [zone], undefined, now), ...some });
const asked = (some: Partial<Values>) => wantedOf(filled(some), 'centrum', now);
const wrong = (some: Partial<Values>, where: string | null = 'centrum') => {
  const read = wantedOf(filled(some), where ?? undefined, now);
  return 'wrong' in read ? read.wrong.map(({ field }) => field) : [];
};

test('who comes back finds all filled in: the last plate, now, for two hours', () => {
  const { whom, plate, country, when, until, zone: where } = filled();
  assert.deepEqual({ whom, plate, country, when, until, where }, { whom: 'visitor', plate: '2-XYZ-987', country: 'BE', when: 'now', until: '16:05', where: 'centrum' });
  // One that is parked now will be another; without a zone of visitors it is for oneself.
  assert.equal(usual('zoe', start, [zone], '2XYZ987', now).plate, 'AB123CD');
  assert.equal(usual('zoe', { ...start, visitorsZone: undefined as never }, [zone], undefined, now).whom, 'own');
  assert.equal(usual('zoe', { ...start, plates: [] }, [zone], undefined, now).plate, '');
});

test('who can be reminded is, unless they say otherwise', () => {
  assert.equal(filled().remind, false);
  assert.equal(usual('zoe', { ...start, reminders: { email: true } }, [zone], undefined, now).remind, true);
  assert.equal(usual('zoe', { ...start, reminders: { email: false, here: 'a' } }, [zone], undefined, now).remind, true);
});

test('from now until a time today, or tomorrow when that is over', () => {
  assert.deepEqual(asked({}), { wanted: { kind: 'session', session: { for: 'visitor', plate: '2XYZ987', country: 'BE', zone: 'centrum', until: '2026-11-21T15:05:00.000Z' } } });
  assert.match(JSON.stringify(asked({ until: '9u' })), /2026-11-22T08:00:00/);
});

test('from later on, over midnight, and over days', () => {
  const later = { when: 'later', firstDay: '24/11/2026', fromTime: '22u', untilTime: '1:30' } as const;
  assert.match(JSON.stringify(asked(later)), /"from":"2026-11-24T21:00:00.000Z","until":"2026-11-25T00:30:00.000Z"/);
  assert.match(JSON.stringify(asked({ ...later, lastDay: '26/11/2026' })), /"until":"2026-11-26T00:30:00.000Z"/);
});

test('a series', () => {
  const series = { when: 'series', weekdays: ['4', '2'], firstDay: '24/11/2026', lastDay: '10-12-2026', fromTime: '9', untilTime: '12u30' } as const;
  assert.deepEqual(asked({ ...series, weekdays: ['4', '2'] }), { wanted: { kind: 'series', series: { for: 'visitor', plate: '2XYZ987', country: 'BE', zone: 'centrum', weekdays: [2, 4], firstDay: '2026-11-24', lastDay: '2026-12-10', fromTime: '09:00', untilTime: '12:30' } } });
  assert.deepEqual(wrong({ ...series, weekdays: [], lastDay: '' }), ['lastDay', 'weekdays']);
});

test('what is wrong is told by its field', () => {
  assert.deepEqual(wrong({ plate: ' - ', until: 'straks' }), ['plate', 'until']);
  assert.deepEqual(wrong({}, null), ['zone']);
  assert.deepEqual(wrong({ when: 'later', firstDay: '31/11/2026', fromTime: '', untilTime: '25:00' }), ['firstDay', 'fromTime', 'untilTime']);
});

test('the end of paid time, if it is still to come', () => {
  assert.equal(paidUntil(zone, now), '21:00');
  assert.equal(paidUntil(zone, new Date('2026-11-21T20:30:00Z')), undefined);
  assert.equal(paidUntil(zone, new Date('2026-11-22T10:00:00Z')), undefined);
  assert.equal(paidUntil(undefined, now), undefined);
});

test('what was filled in is there again, but for an end that is old', () => {
  const values = filled({ plate: 'OMA1', until: '15:00', quick: '' });
  keepValues('zoe', values, now);
  assert.deepEqual(readValues('zoe', filled(), now), values);
  const tomorrow = new Date('2026-11-22T13:05:00Z');
  const fresh = usual('zoe', start, [zone], undefined, tomorrow);
  assert.deepEqual(readValues('zoe', fresh, tomorrow), { ...values, until: fresh.until, quick: fresh.quick });
  assert.deepEqual(readValues('karel', filled(), now), filled());
});

test('nonsense that was kept is left out', () => {
  sessionStorage.setItem('meent.draft.book', JSON.stringify(['zoe', '{"plate":7,"weekdays":"x","other":1}']));
  const { plate, weekdays } = readValues('zoe', filled(), now);
  assert.deepEqual([plate, weekdays], [filled().plate, []]);
});

test('what the API finds wrong has a place on the page', () => {
  assert.deepEqual([fieldOf('session.until', 'now'), fieldOf('until', 'later'), fieldOf('session.from', 'later'), fieldOf('series.lastDay', 'series'), fieldOf('from', 'now')], ['until', 'untilTime', 'fromTime', 'lastDay', 'until']);
});
