// May this plate stand here? Every answer, in one hand and by
// keyboard, without a connection, and with nothing of a plate left behind.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { superadmin } from '../lib/colleagues.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter, givePassword } from '../lib/staff.mjs';

const narrow = { width: 360, height: 740 };
const route = '**/api/staff/plate-checks';
const minute_ms = 60_000;
const from = (moment, minutes) => new Date(Date.parse(moment) + minutes * minute_ms).toISOString();

/** What the town says of each of these plates, seen now. */
const answers = {
  '1MAY111': (at) => ({ mayStand: true, why: 'booked', until: from(at, 60) }),
  '1FREE22': (at) => ({ mayStand: true, why: 'free', until: from(at, 3 * 24 * 60) }),
  '1LONG33': () => ({ mayStand: true, why: 'free' }),
  '1NET444': (at) => ({ mayStand: true, why: 'booked-since', from: from(at, 2), until: from(at, 90) }),
  '1WAIT55': (at) => ({ mayStand: false, why: 'none', askAgainAt: from(at, 5) }),
  '1NOT666': () => ({ mayStand: false, why: 'none' }),
};

/** Answers from the list above; a question about a moment of before is told as one whose time is over. */
async function answering(page) {
  const asked = [];
  await page.route(route, async (call) => {
    if (call.request().method() !== 'POST') return call.fallback();
    const question = call.request().postDataJSON();
    asked.push(question);
    const [seen] = question.plates;
    const now = await page.evaluate(() => new Date().toISOString());
    const answer = seen.at ? { mayStand: false, why: 'none' } : answers[seen.plate](now);
    const plateWritten = seen.plate.replace(/^(\d)([A-Z]{3})(\d{3})$/, '$1-$2-$3');
    await call.fulfill({ json: { zone: question.zone, zoneName: 'Centrum', askedAt: now, items: [{ plate: seen.plate, plateWritten, at: seen.at ?? now, ...answer }] } });
  });
  return asked;
}

const field = ({ page, say }) => page.getByLabel(say('plate_label'), { exact: true });
const verdict = ({ page, say }, name) => page.getByRole('region', { name: say(`verdict_${name}`), exact: true });

async function ask(window, plate) {
  await field(window).fill(plate);
  await field(window).press('Enter');
}

/** As one of enforcement, at the page, somewhere. */
async function begin(window) {
  const colleague = await enter(window, { role: 'enforcement' }, '/enforcement');
  const { page } = window;
  await page.getByRole('group').getByRole('button').first().click();
  await field(window).waitFor();
  return colleague;
}

for (const size of sizes) {
  test(`where one is, once; then a plate, for real (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    await enter(window, { role: 'enforcement' }, '/enforcement');
    await page.getByRole('heading', { name: say('place_title') }).waitFor();
    await inspect('plates: where one is');
    await page.getByRole('combobox', { name: say('place_street') }).fill('kerk');
    await page.getByRole('option', { name: 'Kerkstraat' }).waitFor();
    await inspect('plates: a street');
    await page.getByRole('option', { name: 'Kerkstraat' }).click();
    await focusIsOn(page, field(window));
    await inspect('plates: ready');
    // Remembered on this device.
    await page.reload();
    await page.getByText('Kerkstraat', { exact: true }).waitFor();

    await page.getByRole('button', { name: say('plate_check'), exact: true }).click();
    await page.getByText(say('plate_missing')).first().waitFor();
    await inspect('plates: nothing typed');
    await ask(window, '1?');
    await page.getByText(say('plate_wrong')).first().waitFor();
    await inspect('plates: no plate');
    // By day nobody booked it; by night nobody pays.
    await ask(window, '9-zzz-999');
    await verdict(window, 'wait').or(verdict(window, 'free')).waitFor();
    assert.equal(await page.locator('.verdict').getByText('9-ZZZ-999').count(), 1);
    await inspect('plates: an answer of the town');

    await page.getByRole('button', { name: `${say('edit')}: ${say('place_title')}` }).click();
    await inspect('plates: another place');
    await page.getByRole('button', { name: say('cancel') }).click();
    await page.getByText('Kerkstraat', { exact: true }).waitFor();
  });
}

for (const size of [narrow, desktop]) {
  test(`every answer: its sign and word, read out, legible in the sun (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    await begin(window);
    await answering(page);
    for (const [plate, name] of [['1MAY111', 'may'], ['1FREE22', 'free'], ['1LONG33', 'free'], ['1NET444', 'since'], ['1WAIT55', 'wait'], ['1NOT666', 'not']]) {
      await ask(window, plate);
      const shown = verdict(window, name).filter({ hasText: plate.replace(/^(\d)([A-Z]{3})(\d{3})$/, '$1-$2-$3') });
      await shown.waitFor();
      const said = page.locator('.unseen[aria-live="polite"]').filter({ hasText: say(`verdict_${name}`) });
      await said.waitFor({ state: 'attached' });
      // Ready for the next.
      await focusIsOn(page, field(window));
      assert.equal(await field(window).evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd)), plate);
      if (size === narrow) assert.ok(await inSight(shown), `${name} fills the screen`);
      await inspect(`plates: ${name}`);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.verdict').withRules(['color-contrast-enhanced']).analyze();
      assert.deepEqual(violations.flatMap(({ nodes }) => nodes.map(({ failureSummary }) => failureSummary)), [], `${name} is legible in the sun`);
    }
    assert.equal(await page.locator('.asked li').count(), 6);
    await inspect('plates: the last questions');
  });
}

/** All of it above the field, and most of the screen. */
const inSight = (shown) =>
  shown.evaluate((section) => {
    const { top, bottom, height } = section.getBoundingClientRect();
    const field = document.querySelector('.form')?.getBoundingClientRect();
    return field !== undefined && top >= -1 && bottom <= field.top + 1 && field.bottom <= innerHeight + 1 && height > innerHeight / 2;
  });

test('its right may still come: a count-down, and the same moment asked again', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  await page.clock.install();
  await begin(window);
  const asked = await answering(page);
  await ask(window, '1WAIT55');
  await verdict(window, 'wait').waitFor();
  await page.clock.fastForward('01:30');
  await verdict(window, 'wait').getByText(say('countdown_left', { time: '3:30' })).waitFor();
  await ask(window, '1MAY111');
  await verdict(window, 'may').waitFor();
  await page.clock.fastForward('04:00');
  const list = page.locator('.asked');
  await list.getByText(say('countdown_over')).waitFor();
  await inspect('plates: time to go back');
  await list.getByRole('button', { name: say('asked_again', { plate: '1WAIT55' }) }).click();
  await verdict(window, 'not').waitFor();
  assert.deepEqual(asked.map(({ plates: [seen] }) => [seen.plate, seen.at !== undefined]), [['1WAIT55', false], ['1MAY111', false], ['1WAIT55', true]]);
  assert.equal(await page.locator('.asked li').count(), 2, 'asked again is the same question');
});

test('without a connection: said so, kept, and asked again with a tap', async (t) => {
  const window = await office(t, { size: phone, expects: [503, 404] });
  const { page, say, inspect } = window;
  await begin(window);
  await answering(page);
  await page.route(route, (call) => (call.request().method() === 'POST' ? call.abort() : call.fallback()));
  await ask(window, '1may111');
  const alert = page.getByRole('alert').filter({ hasText: say('plate_not_asked', { plate: '1MAY111' }) });
  await alert.getByText(say('plate_offline')).waitFor();
  assert.equal(await field(window).inputValue(), '1may111');
  assert.equal(await page.locator('.verdict').count(), 0, 'no answer of before');
  await inspect('plates: no connection');
  await page.unroute(route);
  await answering(page);
  const hold = await held(page, route);
  await alert.getByRole('button', { name: say('plate_again') }).click();
  await page.getByText(say('plate_asking', { plate: '1MAY111' })).waitFor();
  await inspect('plates: being asked');
  hold.letGo();
  await page.unroute(route);
  await answering(page);
  await ask(window, '1MAY111');
  await verdict(window, 'may').waitFor();

  const down = await failing(page, route, { method: 'POST' });
  await ask(window, '1NOT666');
  await page.getByText(say('ui_request_id', { id: 'r-503' })).waitFor();
  await inspect('plates: not to be had');
  await down.stop();
  await failing(page, route, { method: 'POST', status: 404, code: 'zone-not-found', field: 'zone' });
  await ask(window, '1NOT666');
  await page.getByRole('button', { name: say('place_again') }).click();
  await page.getByRole('heading', { name: say('place_title') }).waitFor();
});

test('the session ended: signed in again on top, and asked', async (t) => {
  const window = await office(t, { size: phone, expects: [403] });
  const { page, say } = window;
  const colleague = await begin(window);
  for (const state of ['blocked', 'active']) {
    const { version } = await superadmin().ask('GET', `/api/staff/accounts/${colleague.id}`);
    await superadmin().ask('PATCH', `/api/staff/accounts/${colleague.id}`, { version, state });
  }
  await ask(window, '9zzz999');
  const dialog = page.getByRole('dialog', { name: say('again_title') });
  await dialog.waitFor();
  await givePassword({ page: dialog, say }, colleague);
  await dialog.waitFor({ state: 'hidden' });
  await verdict(window, 'wait').or(verdict(window, 'free')).waitFor();
});

test('nothing of a plate is left behind', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say } = window;
  await begin(window);
  await answering(page);
  const addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
  await ask(window, '1NOT666');
  await verdict(window, 'not').waitFor();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  assert.ok(!kept.includes('1NOT666') && addresses.every((address) => !address.includes('1NOT666')));
  assert.equal(await field(window).getAttribute('autocomplete'), 'off');
  await page.getByRole('button', { name: say('asked_forget') }).click();
  assert.equal(await page.locator('.asked').count(), 0);
  await ask(window, '1NOT666');
  await verdict(window, 'not').waitFor();
  await page.reload();
  await field(window).waitFor();
  assert.equal(await page.getByText('1NOT666').count(), 0);
});

test('by keyboard alone', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say } = window;
  await enter(window, { role: 'enforcement' }, '/enforcement');
  await heading(window, 'enforcement_title').waitFor();
  await answering(page);
  await tabTo(page, page.getByRole('button', { name: 'Centrum' }).or(page.getByRole('group').getByRole('button').first()));
  await page.keyboard.press('Enter');
  await focusIsOn(page, field(window));
  await page.keyboard.type('1wait55');
  await page.keyboard.press('Enter');
  await verdict(window, 'wait').waitFor();
  await focusIsOn(page, field(window));
  // Typing overwrites.
  await page.keyboard.type('1may111');
  await page.keyboard.press('Enter');
  await verdict(window, 'may').waitFor();
  await tabTo(page, page.getByLabel(say('plate_country')), 'Shift+Tab');
  await page.keyboard.press('Tab');
  await tabTo(page, page.getByRole('button', { name: say('asked_again', { plate: '1WAIT55' }) }));
  await page.keyboard.press('Enter');
  await verdict(window, 'not').waitFor();
  await focusIsOn(page, field(window));
});

test('enforcement sees this alone, and others do not', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say } = window;
  await enter(window, { role: 'enforcement' });
  const menu = page.getByRole('navigation', { name: say('menu') });
  await menu.getByRole('link', { name: say('enforcement_title') }).waitFor();
  assert.deepEqual((await menu.getByRole('link').allInnerTexts()).map((text) => text.trim()), [say('start_title'), say('enforcement_title')]);
  await page.goto('/scanners');
  await heading(window, 'not_allowed_title').waitFor();
  const other = await office(t, { size: desktop });
  await enter(other, { role: 'finance-clerk' }, '/enforcement');
  await heading(other, 'not_allowed_title').waitFor();
});

test('a town without zones, and zones that do not come', async (t) => {
  const window = await office(t, { size: phone, expects: [503] });
  const { page, say, inspect } = window;
  const down = await failing(page, route);
  await enter(window, { role: 'enforcement' }, '/enforcement');
  await page.getByRole('alert').waitFor();
  await inspect('plates: zones not to be had');
  await down.stop();
  await page.route(route, (call) => call.fulfill({ json: { items: [] } }));
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await page.getByText(say('place_none'), { exact: true }).waitFor();
  await inspect('plates: no zones');
});
