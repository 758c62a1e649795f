// Parking at any hour, on any day: tests are made by night and on Sundays too.
import { randomInt } from 'node:crypto';
import { nextLanguage, phone, visit } from './browser.mjs';
import { ask, toppedUp } from './payments.mjs';
import { settle } from './resident.mjs';

const holidays = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];

export const newPlate = () => `${randomInt(1, 10)}-${['QAB', 'VDE', 'XFG', 'ZHK'][randomInt(4)]}-${randomInt(100, 1000)}`;

/** A Tuesday soon, when parking is paid in every zone: as an address has it, and as one types it. */
export function paidDay() {
  for (let ahead = 3; ; ahead += 1) {
    const iso = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    if (new Date(`${iso}T12:00:00Z`).getUTCDay() === 2 && !holidays.includes(iso.slice(5))) return { iso, typed: typed(iso) };
  }
}

const typed = (iso) => iso.split('-').reverse().join('/');

/** The clock of the town in so many minutes, as one types it. */
export const timeIn = (minutes) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.now() + minutes * 60_000);

export const field = ({ page }, name) => page.locator(`#field-${name}`);
export const button = ({ page, say }, key, params) => page.getByRole('button', { name: say(key, params), exact: true });
/** A text that ends or begins with what a test does not know. */
export const begins = ({ say }, key, name) => new RegExp(`^\\s*${say(key, Object.fromEntries([].concat(name).map((each) => [each, '\u0000']))).split('\u0000')[0].replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
export const toBook = (window) => window.page.getByRole('button', { name: begins(window, 'parking_book_for', 'price') });
export const sessions = async (window) => (await ask(window, 'GET', '/api/parking/sessions')).items;

/** How often something was asked to be booked, and under which keys. */
export function bookings({ page }) {
  const keys = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/api\/parking\/(sessions|series)$/.test(request.url())) keys.push(request.headers()['idempotency-key']);
  });
  return keys;
}

/** Signed in with something on the balance, on the booking page. */
export async function begin(t, { cents = 5000, ...more } = {}) {
  const window = await visit(t, { size: phone, language: nextLanguage(), ...more });
  const citizen = await settle(window);
  if (cents > 0) await toppedUp(window, cents);
  await window.page.goto('/parking/book');
  await field(window, 'plate').waitFor();
  return { window, citizen };
}

/** On a paid day, from ten to eleven. */
export async function fillLater(window, plate = newPlate()) {
  const { page, say } = window;
  await field(window, 'plate').fill(plate);
  await page.getByRole('radio', { name: say('parking_later') }).check();
  await field(window, 'firstDay').fill(paidDay().typed);
  await field(window, 'fromTime').fill('10u');
  await field(window, 'untilTime').fill('11:00');
  return plate;
}

/** Where one may stand as long as one likes, until this time tomorrow: paid for a part at any hour. */
export async function fillNow(window, plate = newPlate()) {
  await field(window, 'plate').fill(plate);
  await field(window, 'zone').selectOption('haven');
  await field(window, 'until').fill(timeIn(-2));
  return plate;
}
