// Reminders as notices on a device, with the simulated push service in
// the place of the one that a browser's maker runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, simulators } from '../lib/town.mjs';
import { begin, begins, button, fillNow, toBook } from '../lib/parking.mjs';
import { ask } from '../lib/payments.mjs';
import { heading } from '../lib/resident.mjs';

/** The browser subscribes there; what it says of permission is as told. */
async function subscribing({ context, page }, permission) {
  const subscribe = async (applicationServerKey) => (await fetch(`${simulators()}/push/devices`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ applicationServerKey }) })).json();
  const left = { count: 0 };
  await context.exposeFunction('subscribeThere', subscribe);
  await context.exposeFunction('unsubscribedThere', () => void (left.count += 1));
  await context.addInitScript((permission) => {
    let now;
    const pushManager = {
      subscribe: async ({ applicationServerKey }) => {
        const made = await window.subscribeThere(applicationServerKey);
        now ??= { toJSON: () => made, unsubscribe: () => window.unsubscribedThere() };
        return now;
      },
      getSubscription: async () => now ?? { unsubscribe: () => window.unsubscribedThere() },
    };
    navigator.serviceWorker.getRegistration = async () => ({ pushManager });
    Object.defineProperty(navigator.serviceWorker, 'ready', { get: () => Promise.resolve({ pushManager }) });
    Object.defineProperty(Notification, 'permission', { get: () => permission });
    Notification.requestPermission = async () => permission;
  }, permission);
  await page.reload();
  return left;
}

const reminders = async (window) => (await ask(window, 'GET', '/api/parking')).reminders;

test('turned on and off where one parks, and off by signing out', async (t) => {
  const { window, citizen } = await begin(t);
  const left = await subscribing(window, 'granted');
  const { page, say, inspect } = window;
  const box = page.getByRole('checkbox', { name: say('parking_remind') });
  await button(window, 'notices_on').waitFor();
  assert.equal(await box.isChecked(), false);
  await page.getByRole('link', { name: say('parking_remind_address') }).waitFor();
  await inspect('booking, not reminded');
  await button(window, 'notices_on').click();
  await button(window, 'notices_off').waitFor();
  assert.equal(await box.isChecked(), true);
  await page.getByText(say('parking_remind_device')).first().waitFor();
  await inspect('booking, reminded on this device');
  assert.ok((await reminders(window)).here);

  // So it is the next time, and the booking says so.
  await page.reload();
  await button(window, 'notices_off').waitFor();
  assert.equal(await box.isChecked(), true);
  await fillNow(window);
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/parking/sessions'));
  await toBook(window).click();
  assert.equal((await sent).postDataJSON().remind, true);
  await page.getByText(begins(window, 'parking_booked', 'price')).waitFor();

  await page.goto('/parking/book');
  await button(window, 'notices_off').click();
  await button(window, 'notices_on').waitFor();
  assert.equal(await box.isChecked(), false);
  assert.deepEqual([(await reminders(window)).here, left.count], [undefined, 1]);
  await button(window, 'notices_on').click();
  await button(window, 'notices_off').waitFor();
  await page.getByRole('button', { name: `${citizen.firstName} ${citizen.lastName}` }).click();
  await button(window, 'head_sign_out').click();
  await heading(window, 'out_left_title').waitFor();
  assert.equal(left.count, 2);
});

test('a browser that allows no notices says so, and what to do', async (t) => {
  const { window } = await begin(t);
  await subscribing(window, 'denied');
  const { page, say, inspect } = window;
  await button(window, 'notices_on').click();
  await page.getByRole('alert').filter({ hasText: say('notices_refused') }).waitFor();
  await inspect('booking, no notices allowed');
  assert.equal((await reminders(window)).here, undefined);
});

test('a notice is shown with its words, one for each session', async (t) => {
  const { window } = await begin(t, { worker: true, cents: 0 });
  const { context, page } = window;
  await context.grantPermissions(['notifications'], { origin: at('portal') });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const session = await context.newCDPSession(page);
  const registered = new Promise((found) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && found(registrations[0].registrationId)));
  await session.send('ServiceWorker.enable');
  const link = `${at('portal')}/parking/sessions/x?extend`;
  for (const title of ['Nog een kwartier', 'Nog tien minuten']) {
    const data = JSON.stringify({ title, body: '1-ABC-234', link });
    await session.send('ServiceWorker.deliverPushMessage', { origin: at('portal'), registrationId: await registered, data });
    // The one before is gone.
    await page.waitForFunction(async (title) => (await (await navigator.serviceWorker.ready).getNotifications()).map((shown) => shown.title).join() === title, title);
  }
  const shown = await page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ body, data }) => ({ body, data })));
  assert.deepEqual(shown, [{ body: '1-ABC-234', data: link }]);
});
