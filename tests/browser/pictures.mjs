// Makes the pictures of the README in docs/pictures, from a town of its own.
// Four pages, in the language of the town, none with anybody real on it.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/chromium.mjs';
import { beginAsSuperadmin, demoColleague, invite, OfficeClient } from './lib/colleagues.mjs';
import { atHome, passProvider } from './lib/resident.mjs';
import { enter } from './lib/staff.mjs';
import { at, root, startTown, town } from './lib/town.mjs';
import { words } from './lib/words.mjs';

const folder = join(root, 'docs/pictures');
const most_bytes = 150_000;
const language = 'nl';

mkdirSync(folder, { recursive: true });
const running = await startTown();
const browser = await launch();
try {
  Object.assign(process.env, running.environment);
  Object.assign(process.env, await beginAsSuperadmin());
  await portal();
  await office();
} finally {
  await browser.close();
  await running.stop();
}

async function open(surface, viewport, deviceScaleFactor) {
  const context = await browser.newContext({ baseURL: at(surface), viewport, deviceScaleFactor, locale: 'nl-BE', timezoneId: 'Europe/Brussels', reducedMotion: 'reduce', serviceWorkers: 'block' });
  return { context, page: await context.newPage(), say: words(surface, language), language, surface };
}

async function take({ page }, name) {
  // Nothing is pointed at.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${path} ${Math.round(size / 1000)} KB`);
  if (size > most_bytes) throw new Error(`${name} is too large for a README`);
}

async function portal() {
  const window = await open('portal', { width: 390, height: 844 }, 1.5);
  const { page, say } = window;
  await page.goto('/sign-in');
  await page.getByRole('link', { name: say('sign_in_itsme') }).waitFor();
  await take(window, 'portal-sign-in');
  await page.getByRole('link', { name: say('sign_in_itsme') }).click();
  await passProvider(window, town().residents[0]);
  await page.getByRole('button', { name: say('consent_text_yes') }).click();
  await atHome(window);
  await take(window, 'portal-home');
}

async function office() {
  const window = await open('office', { width: 1280, height: 800 }, 1);
  const { page } = window;
  const admin = demoColleague('admin');
  const client = new OfficeClient();
  await client.signIn(admin);
  const jef = await invite({ name: 'Jef Baert', login: 'jef.baert', role: 'voucher-clerk', by: client });
  await invite({ name: 'Amina Idrissi', login: 'amina.idrissi', role: 'enforcement', by: client });
  const roles = ['voucher-clerk', 'finance-clerk'].map((role) => ({ role, scope: 'region' }));
  await client.ask('PATCH', `/api/staff/accounts/${jef.id}`, { version: jef.version, roles });
  await enter(window, admin, '/staff');
  await page.locator('tbody > tr').first().waitFor();
  await take(window, 'office-accounts');
  await page.goto('/audit');
  await page.locator('tbody > tr').first().waitFor();
  await page.locator('tbody > tr').first().getByRole('button').click();
  await take(window, 'office-audit');
}
