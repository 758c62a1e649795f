// The table in a real browser: axe with every rule in every state, the roles of
// a table also where rows are cards, and the keyboard all the way (P-42).
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { serve, type Served } from './example/serve.ts';

let served: Served;
before(async () => {
  served = await serve();
});
after(() => served.stop());

async function open(path: string, { width = 1280, dark = false } = {}, use: (page: Page) => Promise<void>) {
  const context = await served.browser.newContext({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light', locale: 'nl-BE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(served.address + path);
  await page.locator('h1').waitFor();
  await use(page);
  assert.deepEqual(errors, []);
  await context.close();
}

const said = (page: Page) => page.locator('[role=status][aria-live=polite]').textContent();

for (const [state, width, dark] of [
  ['ready', 1280, false],
  ['ready', 360, true],
  ['loading', 1280, true],
  ['empty', 768, false],
  ['failed', 360, false],
] as const) {
  test(`axe finds nothing: ${state}, ${width} px, ${dark ? 'dark' : 'light'}`, () =>
    open(`/?state=${state}`, { width, dark }, async (page) => {
      if (state === 'ready') {
        await page.locator('tbody .expander button').first().click();
        await page.locator('tbody input').first().check();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    }));
}

for (const width of [1280, 360]) {
  test(`a table for who hears it, at ${width} px`, () =>
    open('/', { width }, async (page) => {
      const table = page.getByRole('table', { name: 'Vouchers' });
      assert.equal(await table.getByRole('rowheader').count(), 25);
      assert.equal(await table.getByRole('columnheader', { name: 'Adres' }).count(), 1);
      assert.equal(await table.getByRole('row', { name: 'B-0003' }).getByRole('cell', { name: 'Vismarkt 3' }).count(), 1);
    }));
}

test('sorting by keyboard says its order', () =>
  open('/', {}, async (page) => {
    const head = page.getByRole('columnheader', { name: 'Uren' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=hours/);
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await page.keyboard.press('Space');
    await page.waitForURL(/sort=-hours/);
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
  }));

test('filters work together, say what is left, and are wiped at once', () =>
  open('/', {}, async (page) => {
    await page.getByRole('searchbox', { name: 'Adres' }).pressSequentially('kaai');
    await page.getByLabel('Soort betaling').selectOption('transfer');
    await page.getByLabel('Gekocht: van').fill('10/11/2026');
    await page.keyboard.press('Tab');
    await page.waitForURL(/address=kaai&from=2026-11-10&payment=transfer/);
    assert.match((await said(page)) ?? '', /Rijen: 2/);
    await page.getByRole('button', { name: 'Wis alle filters' }).click();
    assert.equal(await page.getByRole('searchbox', { name: 'Adres' }).inputValue(), '');
    assert.equal(await page.getByLabel('Gekocht: van').inputValue(), '');
  }));

test('a day that is none stays typed and is explained', () =>
  open('/', {}, async (page) => {
    const field = page.getByLabel('Gekocht: van');
    await field.fill('31/11/2026');
    await page.keyboard.press('Tab');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match((await page.getByRole('alert').first().textContent()) ?? '', /geen datum/);
    assert.equal(await field.inputValue(), '31/11/2026');
  }));

test('the row menu by keyboard', () =>
  open('/', {}, async (page) => {
    const button = page.getByRole('button', { name: 'Acties voor B-0002' });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Afdrukken' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Afdrukken' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#chosen').textContent(), 'cancel B-0002');
  }));

test('what is selected is counted aloud and stays while turning pages', () =>
  open('/?limit=10', {}, async (page) => {
    await page.getByLabel('Selecteer B-0001').check();
    await page.getByRole('button', { name: 'Volgende' }).click();
    await page.getByLabel('Selecteer alles op deze bladzijde').check();
    await page.getByRole('status').filter({ hasText: '11 geselecteerd' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Annuleer', exact: true }).click();
    assert.equal((await page.locator('#chosen').textContent())?.split(' ').length, 12);
  }));

test('columns and page size are remembered', () =>
  open('/', {}, async (page) => {
    await page.getByRole('button', { name: 'Kolommen' }).click();
    await page.getByRole('checkbox', { name: 'Zone' }).check();
    await page.getByRole('checkbox', { name: 'Betaling' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByLabel('Rijen per bladzijde').selectOption('10');
    await page.goto(served.address);
    await page.getByRole('rowheader').first().waitFor();
    assert.equal(await page.getByRole('rowheader').count(), 10);
    assert.equal(await page.getByRole('columnheader', { name: 'Zone' }).count(), 1);
    assert.equal(await page.getByRole('columnheader', { name: 'Betaling' }).count(), 0);
  }));
