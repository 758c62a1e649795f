// P-14: everything held about a resident, to read and to take along; and
// erasure, which asks for a fresh sign-in.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { atHome, heading, settle } from '../lib/resident.mjs';

for (const size of sizes) {
  test(`my data, to read and as a file (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage() });
    const { page, say, inspect } = window;
    const citizen = await settle(window);
    await page.goto('/profile/data');
    const button = page.getByRole('button', { name: say('data_download') });
    await button.waitFor();
    for (const held of [citizen.firstName, citizen.lastName, 'Kerkstraat']) await page.getByText(held, { exact: true }).first().waitFor();
    await inspect('my data');
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    assert.match(file.suggestedFilename(), /-\d{4}-\d\d-\d\d\.json$/);
    const data = JSON.parse(await readFile(await file.path(), 'utf8'));
    assert.equal(JSON.stringify(data).includes(citizen.firstName), true);
    assert.ok(data.generatedAt);
    // On paper it is dark on light and without buttons, and says what town it is.
    await page.emulateMedia({ media: 'print' });
    assert.equal(await button.isVisible(), false);
    await page.getByText(say('ui_practice_label')).first().waitFor();
  });
}

test('erasure: understood, and for good', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage(), expects: [403] });
  const { page, say, inspect } = window;
  const citizen = await settle(window);
  const before = await page.evaluate(async () => (await fetch('/api/home')).json());
  await page.goto('/profile/erasure');
  const yes = page.getByRole('button', { name: say('erasure_yes') });
  await yes.click();
  await page.getByRole('link', { name: say('erasure_confirm_required') }).waitFor();
  await inspect('erasure, not understood yet');

  // Signed in too long ago: the server asks for a fresh sign-in.
  const stale = { type: '/problems/fresh-sign-in-needed', code: 'fresh-sign-in-needed', title: 'x', status: 403, detail: 'x', requestId: 'r' };
  await page.route('**/api/profile/erasure', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(stale) }));
  await page.getByLabel(say('erasure_confirm')).check();
  await yes.click();
  await page.getByText(say('erasure_fresh_title')).waitFor();
  await inspect('erasure, fresh sign-in asked');
  await page.unroute('**/api/profile/erasure');
  await page.getByRole('link', { name: say('sign_in_itsme') }).click();
  await page.locator(`button[value="${citizen.nationalNumber}"]`).click();
  await heading(window, 'erasure_title').waitFor();
  await page.getByLabel(say('erasure_confirm')).check();
  await inspect('erasure');
  await yes.dblclick();
  await heading(window, 'out_erased_title').waitFor();
  await inspect('erased');
  assert.equal(await page.evaluate(() => localStorage.getItem('meent.last-known')), null);

  // Whoever comes back is somebody new, who is asked.
  await settle(window, { citizen });
  const after = await page.evaluate(async () => (await fetch('/api/home')).json());
  assert.notEqual(after.internalId, before.internalId);
});

test('who changes their mind keeps the account', async (t) => {
  const window = await visit(t, { size: phone });
  const { page, say } = window;
  await settle(window);
  await page.goto('/profile/erasure');
  await page.getByRole('link', { name: say('erasure_no') }).click();
  await heading(window, 'profile_title').waitFor();
  await page.goto('/');
  await atHome(window);
});
