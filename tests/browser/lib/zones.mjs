// Zones of a test's own: those of the town are parked in by other tests.
import { randomUUID } from 'node:crypto';
import { asOften, superadmin } from './colleagues.mjs';

/** Days as the API has them, and as people here type them. */
export const typed = (iso) => iso.split('-').reverse().join('/');
export function inDays(days) {
  const now = new Date(Date.now() + days * 24 * 60 * 60_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(now);
}

const hours = (windows) => Array.from({ length: 7 }, () => windows);

export const rulesFrom = (from, more = {}) => ({
  from,
  hours: hours([{ from: '09:00', until: '12:00' }]),
  holidays: 'as-usual',
  own: { perHourCents: 200, stepCents: 5 },
  visitors: { perHourCents: 50, stepCents: 5 },
  streets: [],
  ...more,
});

export const code = () => `z${randomUUID().slice(0, 10)}`;

export const plans = () => superadmin().ask('GET', '/api/staff/zones');

export const save = (id, make) =>
  asOften(async () => {
    const { version, zones } = await plans();
    const { id: _, ...zone } = make(zones.find((each) => each.id === id));
    return superadmin().ask('PUT', `/api/staff/zones/${id}`, { version, ...zone });
  });

/** A zone that opens tomorrow. */
export async function newZone({ name = 'Proefzone', ...more } = {}) {
  const id = code();
  await save(id, () => ({ name: { nl: name, fr: name, de: name, en: name }, rules: [rulesFrom(inDays(1), { streets: [{ postcode: '9998', name: `Straat ${id}` }] })], ...more }));
  return { id, name };
}
