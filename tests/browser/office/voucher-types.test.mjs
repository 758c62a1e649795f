// Voucher types: made, sold on other terms, and no longer sold (V-27, P-41, P-42,
// P-50, P-51).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { find, office, rowOf, rows, unique } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';
import { newType, save, termsOf } from '../lib/voucher-types.mjs';
import { code, newZone } from '../lib/zones.mjs';

const button = ({ page, say }, key) => page.getByRole('button', { name: say(key), exact: true });
const wrong = ({ page, say }, key, params) => page.getByRole('link', { name: say(key, params) }).waitFor();
/** A field of a form, whatever stands beside its label. */
const named = ({ page }, name) => page.locator(`[name="${name}"]`);
/** Any test that saves a type changes the version of all: a page then asks again by itself. */
const savedElsewhere = [409];
const languages = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };
const fieldsOfNames = Object.keys(languages).map((language) => `name-${language}`);

for (const size of sizes) {
  test(`a new type, other terms, and no longer sold (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: savedElsewhere });
    const { page, say, inspect } = window;
    const [id, name] = [code(), unique('Avond')];
    const shown = `${name} ${languages[window.language].slice(0, 2)}`;
    await enter(window, { role: 'admin' }, '/voucher-types');
    await rowOf(window, say('voucher_type_sold')).first().waitFor();
    await inspect('voucher types');

    await page.getByRole('link', { name: say('voucher_type_new') }).first().click();
    await heading(window, 'voucher_type_new').waitFor();
    await named(window, 'id').waitFor();
    await inspect('new voucher type');
    await button(window, 'voucher_type_make').click();
    await wrong(window, 'short_code_wrong');
    await wrong(window, 'voucher_type_months_wrong');
    await inspect('new voucher type, errors');
    await named(window, 'id').fill(id);
    for (const language of Object.values(languages)) await page.getByLabel(say('name_in', { language }), { exact: true }).fill(`${name} ${language.slice(0, 2)}`);
    await named(window, 'hours').fill('3');
    await named(window, 'price').fill('1,25');
    await named(window, 'multiple').fill('30');
    await named(window, 'most').fill('20');
    await named(window, 'zone').selectOption('centrum');
    await named(window, 'months').fill('6');
    await button(window, 'voucher_type_make').click();
    await wrong(window, 'voucher_type_multiple_wrong', { most: 20 });
    await inspect('new voucher type, more at a time than at most');
    await named(window, 'multiple').fill('5');
    // What is typed is there again after a reload.
    await page.reload();
    await page.getByText(say('draft_restored')).waitFor();
    assert.equal(await named(window, 'price').inputValue(), '1,25');
    await inspect('new voucher type, as it was typed before');
    await button(window, 'voucher_type_make').dblclick();
    await page.getByText(say('voucher_type_made', { type: shown })).waitFor();
    await rowOf(window, shown).filter({ hasText: '5, 10, 15, 20' }).waitFor();
    assert.equal(await rowOf(window, shown).count(), 1, 'pressed twice is one type');
    await inspect('voucher types, one made');
    const made = await termsOf(id);
    assert.deepEqual([made.hours, made.priceCents, made.multiple, made.most, made.zone, made.validity, made.sold], [3, 125, 5, 20, 'centrum', { months: 6 }, true]);

    await find(window, name, 1, 'voucher_types_filter');
    await page.getByRole('link', { name: shown, exact: true }).click();
    await page.getByText(say('voucher_type_stays')).waitFor();
    await page.getByRole('heading', { level: 1, name: shown }).waitFor();
    assert.equal(await named(window, 'id').count(), 0, 'a code stays');
    await inspect('one voucher type');
    await named(window, 'price').fill('1,5');
    await page.getByRole('radio', { name: say('voucher_type_for_years'), exact: true }).check();
    await named(window, 'years').fill('7');
    await button(window, 'save').click();
    await wrong(window, 'voucher_type_years_wrong');
    await inspect('one voucher type, errors');
    await named(window, 'years').fill('1');
    await page.getByLabel(say('voucher_type_sold'), { exact: true }).uncheck();
    await button(window, 'save').dblclick();
    await page.getByText(say('voucher_type_saved', { type: shown })).waitFor();
    await rowOf(window, shown).filter({ hasText: say('voucher_type_not_sold') }).waitFor();
    await inspect('voucher types, one no longer sold');
    assert.deepEqual(await termsOf(id), { ...made, priceCents: 150, validity: { endOfYear: 1 }, sold: false });

    // Who did it, and from what to what.
    await page.getByRole('link', { name: shown, exact: true }).click();
    await page.getByRole('link', { name: say('voucher_type_trail') }).click();
    await rows(window).nth(1).waitFor();
    await rowOf(window, say('act_voucher_type_added')).waitFor();
    await rowOf(window, say('act_voucher_type_changed')).getByRole('button').click();
    await page.getByText(`${say('yes')} → ${say('no')}`).waitFor();
    await page.getByText(say('field_valid_years')).waitFor();
    await page.getByText(/1[,.]25.* → .*1[,.]50/).waitFor();
    await inspect('audit trail, a voucher type');
    await page.getByRole('link', { name: say('audit_to_subject') }).click();
    await page.getByRole('heading', { level: 1, name: shown }).waitFor();
  });
}

test('a type changed meanwhile: what was typed stays, another’s change is told', async (t) => {
  const window = await office(t, { size: desktop, expects: savedElsewhere });
  const { page, say, inspect } = window;
  const type = await newType({ name: unique('Dag') });
  await enter(window, { role: 'admin' }, `/voucher-types/type/${type.id}`);
  await named(window, 'price').fill('4');
  // Of another type nobody is told: it is saved on top of that.
  await newType({ name: unique('Elders') });
  await save(type.id, (before) => ({ ...before, priceCents: 999 }));
  await button(window, 'save').click();
  await page.getByText(say('voucher_type_meanwhile')).waitFor();
  await page.getByText(/9[,.]99/).waitFor();
  assert.equal(await named(window, 'price').inputValue(), '4', 'what was typed stays');
  await inspect('one voucher type, changed meanwhile');
  await newType({ name: unique('Elders') });
  await button(window, 'save').click();
  await page.getByText(say('voucher_type_saved', { type: type.name })).waitFor();
  assert.equal((await termsOf(type.id)).priceCents, 400);

  // Somebody else was quicker with the same code.
  const [id, mine] = [code(), unique('Mijn')];
  await page.goto('/voucher-types/new');
  await named(window, 'id').fill(id);
  for (const field of fieldsOfNames) await named(window, field).fill(mine);
  for (const [field, text] of [['hours', '1'], ['price', '0'], ['most', '10'], ['months', '1']]) await named(window, field).fill(text);
  await named(window, 'zone').selectOption('centrum');
  const { name: _, ...theirs } = await termsOf(type.id);
  await save(id, () => ({ ...theirs, name: { nl: 'Zij', fr: 'Zij', de: 'Zij', en: 'Zij' } }));
  await button(window, 'voucher_type_make').click();
  await page.getByText(say('voucher_type_meanwhile')).waitFor();
  await inspect('new voucher type, its code taken meanwhile');
  await button(window, 'voucher_type_make').click();
  await wrong(window, 'voucher_type_code_taken');
  await named(window, 'id').fill(code());
  await button(window, 'voucher_type_make').click();
  await page.getByText(say('voucher_type_made', { type: mine })).waitFor();
  assert.equal((await termsOf(id)).name.nl, 'Zij', 'nobody is overwritten');
});

test('a zone that is not open, and what the office says of a field', async (t) => {
  const window = await office(t, { size: phone, expects: [400, 503, ...savedElsewhere] });
  const { page, say, inspect } = window;
  const zone = await newZone({ name: unique('Later') });
  const type = await newType({ name: unique('Later'), zone: zone.id });
  await enter(window, { role: 'admin' }, `/voucher-types/type/${type.id}`);
  await named(window, 'hours').fill('7');
  assert.equal(await named(window, 'zone').inputValue(), zone.id, 'its own zone can stay');
  assert.equal((await named(window, 'zone').locator('option:checked').textContent()).trim(), say('voucher_type_zone_closed', { zone: zone.id }));
  await inspect('one voucher type, its zone not open');
  const route = '**/api/staff/voucher-types/*';
  let fail = await failing(page, route, { method: 'PUT', status: 400, code: 'zone-not-found', detail: 'Deze zone is er niet.', field: 'terms.zone' });
  await button(window, 'save').click();
  await page.getByRole('link', { name: 'Deze zone is er niet.' }).click();
  await focusIsOn(page, named(window, 'zone'));
  await inspect('one voucher type, its zone refused');
  await fail.stop();
  fail = await failing(page, route, { method: 'PUT' });
  await button(window, 'save').click();
  await page.getByRole('alert').filter({ hasText: 'Het lukt nu even niet' }).waitFor();
  assert.equal(await named(window, 'hours').inputValue(), '7');
  await inspect('one voucher type, not saved');
  await fail.stop();
  await button(window, 'save').click();
  await page.getByText(say('voucher_type_saved', { type: type.name })).waitFor();
  assert.deepEqual([(await termsOf(type.id)).hours, (await termsOf(type.id)).zone], [7, zone.id]);
});

test('being fetched, not to be had, not there, and nothing yet', async (t) => {
  const window = await office(t, { size: desktop, expects: [503] });
  const { page, say, inspect } = window;
  const type = await newType({ name: unique('Wacht') });
  await enter(window, { role: 'admin' });
  const hold = await held(page, '**/api/staff/voucher-types');
  await page.goto(`/voucher-types/type/${type.id}`);
  await heading(window, 'voucher_type_one').waitFor();
  await inspect('one voucher type, being fetched');
  hold.letGo();
  await named(window, 'price').waitFor();
  const fail = await failing(page, '**/api/staff/voucher-types');
  for (const [path, state] of [['/voucher-types', 'voucher types'], [`/voucher-types/type/${type.id}`, 'one voucher type'], ['/voucher-types/new', 'new voucher type']]) {
    await page.goto(path);
    await page.getByRole('alert').first().waitFor();
    await inspect(`${state}, not to be had`);
  }
  await fail.stop();
  await button(window, 'ui_try_again').click();
  await button(window, 'voucher_type_make').waitFor();
  await page.goto('/voucher-types/type/nergens');
  await page.getByText(say('voucher_type_missing'), { exact: true }).waitFor();
  await inspect('one voucher type, not there');
  await page.route('**/api/staff/voucher-types', (route) => route.fulfill({ json: { version: 0, types: [] } }));
  await page.goto('/voucher-types');
  await page.getByText(say('voucher_types_empty')).waitFor();
  await inspect('voucher types, nothing yet');
});

for (const size of sizes) {
  test(`a new type by keyboard alone (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: savedElsewhere });
    const { page, say } = window;
    const [id, name] = [code(), unique('Toets')];
    const press = (key) => page.keyboard.press(key);
    const type = (text) => page.keyboard.type(text);
    const next = async (field, text) => {
      await press('Tab');
      await focusIsOn(page, named(window, field));
      await press('Control+a');
      await type(text);
    };
    await enter(window, { role: 'admin' }, '/voucher-types');
    const begin = page.getByRole('link', { name: say('voucher_type_new') });
    await begin.waitFor();
    await tabTo(page, begin);
    await press('Enter');
    await named(window, 'id').waitFor();
    await focusIsOn(page, page.locator('h1'));
    await tabTo(page, named(window, 'id'));
    await type(id);
    for (const field of fieldsOfNames) await next(field, name);
    for (const [field, text] of [['hours', '4'], ['price', 'x'], ['multiple', '2'], ['most', '20']]) await next(field, text);
    await press('Enter');
    await focusIsOn(page, page.getByRole('alert').first());
    await press('Tab');
    await press('Enter');
    await focusIsOn(page, named(window, 'price'));
    await press('Control+a');
    await type('2,50');
    await tabTo(page, named(window, 'zone'));
    await type((await named(window, 'zone').locator('option').nth(1).textContent()).trim().slice(0, 3));
    assert.notEqual(await named(window, 'zone').inputValue(), '');
    await tabTo(page, page.locator('[name="validity"]:checked'));
    await press('ArrowDown');
    await named(window, 'years').waitFor();
    await next('years', '2');
    await press('Tab');
    await focusIsOn(page, named(window, 'sold'));
    await press('Space');
    await press('Tab');
    await focusIsOn(page, button(window, 'voucher_type_make'));
    await press('Enter');
    await page.getByText(say('voucher_type_made', { type: name })).waitFor();
    await focusIsOn(page, page.locator('h1'));
    const made = await termsOf(id);
    assert.deepEqual([made.hours, made.priceCents, made.multiple, made.most, made.validity, made.sold], [4, 250, 2, 20, { endOfYear: 2 }, false]);
  });
}
