// The office enlarged to 200 % (P-42).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../lib/browser.mjs';
import { enter } from '../lib/staff.mjs';

const pages = ['/', '/staff', '/staff/new', '/audit', '/account', '/account/password', '/account/second-factor'];

const sideways = ({ page }) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [how, size, letters] of [['at 200 %', { width: 640, height: 400 }, '100%'], ['letters twice as large', { width: 1280, height: 800 }, '200%']]) {
  test(`${how} nothing scrolls sideways`, async (t) => {
    const window = await visit(t, { surface: 'office', size, language: 'de' });
    const { page, say } = window;
    const admin = await enter(window, { role: 'admin' });
    for (const path of [...pages, `/staff/${admin.id}`]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.evaluate((letters) => document.documentElement.style.setProperty('font-size', letters), letters);
      await page.getByText(say('ui_loading')).first().waitFor({ state: 'detached' });
      assert.equal(await sideways(window), 0, path);
    }
  });
}
