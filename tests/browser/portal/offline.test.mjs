// P-44: without a connection the portal opens, shows what it last knew with its
// time, and never pretends that something went through.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLanguage, phone, visit } from '../lib/browser.mjs';
import { newPlate } from '../lib/parking.mjs';
import { ask, toppedUp } from '../lib/payments.mjs';
import { atHome, heading, settle } from '../lib/resident.mjs';

/** Signed in, with the portal's own files kept on the device. */
async function kept(t, language) {
  const window = await visit(t, { size: phone, worker: true, language });
  const { page } = window;
  const citizen = await settle(window);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }));
  });
  return { window, citizen };
}

test('offline one sees the last known balance, with its time', async (t) => {
  const { window, citizen } = await kept(t, nextLanguage());
  const { page, say, context, inspect } = window;
  const asOf = await page.evaluate(() => JSON.parse(localStorage.getItem('meent.last-known')).asOf);
  assert.ok(Date.now() - Date.parse(asOf) < 10 * 60_000);
  await context.setOffline(true);
  await page.reload();
  await atHome(window);
  await heading(window, 'home_greeting', { name: citizen.firstName }).waitFor();
  await page.getByText(say('offline_title')).waitFor();
  await page.getByText(say('home_as_of', { moment: '' }).trim(), { exact: false }).waitFor();
  await inspect('home, offline');

  // A way on that needs an answer says that there is none.
  await page.getByRole('link', { name: say('tab_profile'), exact: true }).click();
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  await inspect('profile, offline');

  await context.setOffline(false);
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await page.getByText(say('profile_number'), { exact: true }).waitFor();
  await page.getByText(say('offline_title')).waitFor({ state: 'detached' });
});

test('offline one sees what is parked, and that nothing can be done about it now', async (t) => {
  const { window } = await kept(t, nextLanguage());
  const { page, say, context, inspect } = window;
  await toppedUp(window, 3000);
  // Paid for a part at any hour: from now until this time tomorrow.
  const plate = newPlate();
  const session = { for: 'own', plate, zone: 'haven', until: new Date(Date.now() + 86_400_000).toISOString() };
  await ask(window, 'POST', '/api/parking/sessions', { session, agreedCents: 3000 }, { 'Idempotency-Key': crypto.randomUUID() });
  await page.reload();
  await page.getByText(plate, { exact: true }).waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByText(plate, { exact: true }).waitFor();
  await page.getByText(say('parking_offline')).first().waitFor();
  for (const key of ['parking_stop', 'parking_extend', 'parking_show']) assert.ok(await page.getByRole('button', { name: say(key), exact: true }).isDisabled());
  await inspect('home, parked, offline');
  await context.setOffline(false);
  await page.getByRole('link', { name: say('parking_stop'), exact: true }).waitFor();
});

test('offline nothing is saved, and nothing is lost', async (t) => {
  const { window } = await kept(t, nextLanguage());
  const { page, say, context, inspect } = window;
  await page.goto('/profile/user-name');
  const field = page.getByLabel(say('profile_user_name'));
  await field.fill('Zonder net');
  await context.setOffline(true);
  await page.getByRole('button', { name: say('save'), exact: true }).click();
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  assert.equal(await field.inputValue(), 'Zonder net');
  assert.equal(await page.getByText(say('user_name_saved')).count(), 0);
  await inspect('user name, offline');
  await context.setOffline(false);
  await page.getByRole('button', { name: say('save'), exact: true }).click();
  await page.getByText(say('user_name_saved')).waitFor();
});

test('a home page left open says when the connection goes and comes', async (t) => {
  const { window } = await kept(t, nextLanguage());
  const { page, say, context } = window;
  await context.setOffline(true);
  await page.getByText(say('offline_title')).waitFor();
  await context.setOffline(false);
  await page.getByText(say('offline_title')).waitFor({ state: 'detached' });
  await page.getByText(say('home_as_of', { moment: '' }).trim(), { exact: false }).waitFor({ state: 'detached' });
});

test('the portal can be put on the home screen', async (t) => {
  const window = await visit(t, { size: phone });
  await window.page.goto('/sign-in');
  const manifest = await window.page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
  assert.ok(manifest.name && manifest.start_url && manifest.display === 'standalone');
  const sides = manifest.icons.map(({ sizes }) => sizes);
  assert.ok(sides.includes('192x192') && sides.includes('512x512'), String(sides));
});
