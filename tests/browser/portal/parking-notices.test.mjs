// Reminders as notices on a device, with the simulated push service in
// the place of the one that a browser's maker runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, simulators } from '../lib/town.mjs';
import { until } from '../lib/until.mjs';
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
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [worker] = context.serviceWorkers();
  // A browser without a screen forgets notices as it likes: what the worker asks of it is looked at.
  await worker.evaluate(() => {
    const shown = (self.shown = []);
    const close = (one) => shown.splice(shown.indexOf(one), 1);
    self.registration.showNotification = async (title, options) => {
      const one = { title, ...options, close: () => close(one) };
      shown.push(one);
    };
    self.registration.getNotifications = async () => [...shown];
  });
  const session = await context.newCDPSession(page);
  const registered = new Promise((found) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && found(registrations[0].registrationId)));
  await session.send('ServiceWorker.enable');
  const link = (id) => `${at('portal')}/parking/sessions/${id}?extend`;
  const told = [];
  for (const [title, id] of [['Nog een kwartier', 'x'], ['Een andere auto', 'y'], ['Nog tien minuten', 'x']]) {
    const data = JSON.stringify({ title, body: '1-ABC-234', link: link(id) });
    await session.send('ServiceWorker.deliverPushMessage', { origin: at('portal'), registrationId: await registered, data });
    await until('a notice', () => worker.evaluate((title) => self.shown.some((one) => one.title === title), title));
    told.push(await worker.evaluate(() => self.shown.map(({ title, body, data }) => [title, body, data])));
  }
  const words = '1-ABC-234';
  const [first, other, second] = [['Nog een kwartier', words, link('x')], ['Een andere auto', words, link('y')], ['Nog tien minuten', words, link('x')]];
  assert.deepEqual(told, [[first], [first, other], [other, second]]);
});
