// The keys of scan cars: made and shown once, used, ended at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, phone, sizes } from '../lib/browser.mjs';
import { focusIsOn } from '../lib/keyboard.mjs';
import { office, rowOf, unique } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';
import { at } from '../lib/town.mjs';

/** As a car asks. */
async function scan(key) {
  const answer = await fetch(`${at('office')}/api/enforcement/plate-checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'meent-key': key },
    body: JSON.stringify({ zone: 'centrum', plates: [{ plate: '1ABC234' }, { plate: '2XYZ987', country: 'NL' }] }),
  });
  return answer.status;
}

for (const size of sizes) {
  test(`a key: made, seen once, used, ended (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect, context } = window;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const name = unique('Scanwagen');
    await enter(window, { role: 'admin' }, '/scanners');
    await page.getByRole('link', { name: say('scanner_new') }).first().click();
    await heading(window, 'scanner_new').waitFor();
    await inspect('a key for a scan car');
    await page.getByRole('button', { name: say('scanner_make') }).click();
    await page.getByRole('link', { name: say('scanner_name_missing') }).waitFor();
    await inspect('a key for a scan car, no name');
    await page.getByLabel(say('scanner_name'), { exact: true }).fill(name);
    await page.getByRole('button', { name: say('scanner_make') }).dblclick();
    await focusIsOn(page, heading(window, 'scanner_made_title', { name }));
    await page.getByText(say('scanner_once_title')).first().waitFor();
    await page.getByRole('button', { name: say('ui_copy', { what: say('scanner_key') }) }).click();
    const key = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(key, /^meent-scan-[\w-]{20,}$/);
    await inspect('the key of a scan car, once');
    assert.equal(await scan(key), 200);

    await page.getByRole('link', { name: say('scanner_kept') }).click();
    await rowOf(window, name).waitFor();
    assert.equal(await rowOf(window, name).count(), 1, 'pressed twice is one key');
    assert.equal(await page.getByText(key).count(), 0, 'never again');
    await inspect('keys of scan cars');
    await rowOf(window, name).getByRole('button', { name: say('scanner_end') }).click();
    const dialog = page.getByRole('dialog', { name: say('scanner_end_title', { name }) });
    await dialog.waitFor();
    await inspect('whether to end a key');
    await dialog.getByRole('button', { name: say('scanner_end'), exact: true }).dblclick();
    await page.getByText(say('scanner_ended', { name })).waitFor();
    await rowOf(window, name).waitFor({ state: 'detached' });
    await inspect('a key ended');
    assert.equal(await scan(key), 401);

    await page.goto('/audit');
    await page.locator('tbody > tr').filter({ hasText: name }).filter({ hasText: say('act_scanner_ended') }).waitFor();
    await page.locator('tbody > tr').filter({ hasText: name }).filter({ hasText: say('act_scanner_made') }).waitFor();
  });
}

test('no keys yet, keys that do not come, and one that was perhaps made', async (t) => {
  const window = await office(t, { size: phone, expects: [503] });
  const { page, say, inspect } = window;
  const route = '**/api/staff/scanners';
  const down = await failing(page, route);
  await enter(window, { role: 'admin' }, '/scanners');
  await page.getByRole('alert').waitFor();
  await inspect('keys of scan cars, not to be had');
  await down.stop();
  await page.route(route, (call) => (call.request().method() === 'GET' ? call.fulfill({ json: { items: [] } }) : call.fallback()));
  await page.reload();
  await page.getByText(say('scanners_empty')).waitFor();
  await inspect('keys of scan cars, none yet');
  await failing(page, route, { method: 'POST' });
  await page.goto('/scanners/new');
  await page.getByLabel(say('scanner_name'), { exact: true }).fill('Scanwagen 9');
  await page.getByRole('button', { name: say('scanner_make') }).click();
  await page.getByText(say('scanner_perhaps')).waitFor();
  assert.equal(await page.getByLabel(say('scanner_name'), { exact: true }).inputValue(), 'Scanwagen 9');
  await inspect('a key for a scan car, perhaps made');
});
