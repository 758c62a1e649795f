// Zones and tariffs: made, planned, withdrawn, closed, and taken in from a file
// (R-1 to R-3, P-41, P-42, P-50, P-51).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { office, rowOf, rows, unique } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';
import { code, inDays, newZone, plans, rulesFrom, save, typed } from '../lib/zones.mjs';

const button = ({ page, say }, key) => page.getByRole('button', { name: say(key), exact: true });
const field = ({ page, say }, key, params) => page.getByLabel(say(key, params), { exact: true });
/** A field of a form, whatever stands beside its label. */
const named = ({ page }, name) => page.locator(`[name="${name}"]`);
/** Any test that saves a zone changes the version of all: a page then asks again by itself. */
const savedElsewhere = [409];
const languages = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };
const longDay = (iso, { language }) => new Intl.DateTimeFormat({ nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));

for (const size of sizes) {
  test(`a new zone, its next rules, and its end (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: savedElsewhere });
    const { page, say, inspect } = window;
    const [id, name] = [code(), unique('Kade')];
    await enter(window, { role: 'admin' }, '/zones');
    await rowOf(window, say('zone_open')).first().waitFor();
    await inspect('zones');

    await page.getByRole('link', { name: say('zones_new') }).first().click();
    await heading(window, 'zones_new').waitFor();
    await inspect('new zone');
    await button(window, 'zone_make').click();
    await page.getByRole('link', { name: say('short_code_wrong') }).waitFor();
    await inspect('new zone, errors');
    await named(window, 'id').fill(id);
    for (const language of Object.values(languages)) await field(window, 'name_in', { language }).fill(`${name} ${language.slice(0, 2)}`);
    await named(window, 'from').fill(typed(inDays(1)));
    const monday = new Intl.DateTimeFormat({ nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }[window.language], { weekday: 'long' }).format(new Date('2024-01-01T12:00Z'));
    await page.getByRole('button', { name: say('hours_add_on', { day: monday }) }).click();
    await named(window, 'hours-0-0').fill('9u');
    await named(window, 'hours-0-0-until').fill('24:00');
    await page.getByRole('button', { name: say('hours_copy_of', { day: monday }) }).click();
    await page.getByRole('menuitem', { name: say('hours_copy_all'), exact: true }).click();
    assert.equal(await named(window, 'hours-6-0-until').inputValue(), '24:00');
    await named(window, 'own').fill('2,40');
    await named(window, 'visitors').fill('0');
    await named(window, 'streets').fill(`9998\tKade ${id}\n9998 Kade ${id}`);
    await button(window, 'zone_make').click();
    await page.getByRole('link', { name: say('streets_twice', { line: 2, street: `Kade ${id}` }) }).waitFor();
    await inspect('new zone, a street twice');
    await named(window, 'streets').fill(`9998\tKade ${id}\n9998; Pier  ${id}`);

    // By what is typed, from ten until noon.
    await button(window, 'preview_go').click();
    await page.getByText(say('preview_total')).waitFor();
    await inspect('new zone, what it would cost');
    await page.getByText(/4[,.]80/).waitFor();
    await button(window, 'zone_make').dblclick();
    await page.getByText(say('zone_made', { zone: `${name} ${languages[window.language].slice(0, 2)}`, day: longDay(inDays(1), window) })).waitFor();
    await inspect('one zone, new');
    assert.equal((await plans()).zones.filter((zone) => zone.id === id).length, 1);

    await page.getByRole('link', { name: say('rules_plan') }).click();
    await named(window, 'own').waitFor();
    await inspect('new rules');
    assert.equal(await named(window, 'own').inputValue(), '2,40');
    await named(window, 'from').fill(typed(inDays(0)));
    await named(window, 'own').fill('duur');
    await button(window, 'preview_go').click();
    await page.getByText(say('preview_rules_wrong')).waitFor();
    await button(window, 'save').click();
    await page.getByRole('link', { name: say('price_wrong') }).waitFor();
    await inspect('new rules, errors');
    await named(window, 'from').fill(typed(inDays(40)));
    await named(window, 'own').fill('3');
    // What is typed is there again after a reload.
    await page.reload();
    await page.getByText(say('draft_restored')).waitFor();
    assert.equal(await named(window, 'own').inputValue(), '3');
    await inspect('new rules, as they were typed before');
    await button(window, 'save').dblclick();
    await page.getByText(say('rules_saved', { day: longDay(inDays(40), window) })).waitFor();
    await inspect('one zone, with rules to come');

    await page.getByRole('link', { name: say('rules_edit_of', { day: longDay(inDays(40), window) }) }).click();
    await named(window, 'own').waitFor();
    await named(window, 'own').fill('3,50');
    await button(window, 'save').click();
    await page.getByText(/3[,.]50/).first().waitFor();
    await page.getByRole('button', { name: say('rules_withdraw_of', { day: longDay(inDays(40), window) }) }).click();
    const dialog = page.getByRole('dialog');
    await inspect('one zone, asked whether to withdraw');
    await dialog.getByRole('button', { name: say('rules_withdraw'), exact: true }).dblclick();
    await page.getByText(say('rules_withdrawn', { day: longDay(inDays(40), window) })).waitFor();

    await named(window, 'closes').fill('31/02/2027');
    await button(window, 'close_title').click();
    await page.getByRole('link', { name: say('ui_table_day_wrong') }).waitFor();
    await inspect('one zone, no day to close');
    await named(window, 'closes').fill(typed(inDays(90)));
    await button(window, 'close_title').click();
    await inspect('one zone, asked whether to close');
    await dialog.getByRole('button', { name: say('close_title'), exact: true }).click();
    await page.getByText(say('close_planned', { day: longDay(inDays(90), window) })).waitFor();
    await inspect('one zone, to be closed');
    await button(window, 'close_undo').dblclick();
    await page.getByText(say('close_undone')).waitFor();
    const zone = (await plans()).zones.find((each) => each.id === id);
    assert.deepEqual([zone.rules.length, zone.closes, zone.rules[0].own.perHourCents, zone.rules[0].streets.length], [1, undefined, 240, 2]);

    // Who did it, and from what to what.
    await page.getByRole('link', { name: say('zone_trail') }).click();
    await rows(window).nth(4).waitFor();
    await rowOf(window, say('act_zone_added')).getByRole('button').click();
    await page.getByText(`${say('nothing')} → `).first().waitFor();
    await inspect('audit trail, a zone');
    await page.getByRole('link', { name: say('audit_to_subject') }).click();
    await page.getByRole('heading', { name: say('rules_title') }).waitFor();
  });
}

test('a zone changed meanwhile: what was typed stays, another’s change is told', async (t) => {
  const window = await office(t, { size: desktop, expects: savedElsewhere });
  const { page, say, inspect } = window;
  const zone = await newZone({ name: unique('Kaai') });
  await enter(window, { role: 'admin' }, `/zones/zone/${zone.id}/rules`);
  await named(window, 'from').fill(typed(inDays(60)));
  await named(window, 'own').fill('4');
  // Of another zone nobody is told: it is saved on top of that.
  await newZone({ name: unique('Elders') });
  await save(zone.id, (before) => ({ ...before, rules: [...before.rules, rulesFrom(inDays(50), { own: { perHourCents: 999, stepCents: 1 } })] }));
  await button(window, 'save').click();
  await page.getByText(say('zone_meanwhile')).waitFor();
  await page.getByText(/9[,.]99/).waitFor();
  assert.equal(await named(window, 'own').inputValue(), '4', 'what was typed stays');
  await inspect('new rules, changed meanwhile');
  await newZone({ name: unique('Elders') });
  await button(window, 'save').click();
  await page.getByText(say('rules_saved', { day: longDay(inDays(60), window) })).waitFor();
  const { rules } = (await plans()).zones.find(({ id }) => id === zone.id);
  assert.deepEqual(rules.map(({ own }) => own.perHourCents), [200, 999, 400]);

  // On the zone's own page nothing is done to what one has not seen.
  await save(zone.id, (before) => ({ ...before, rules: before.rules.slice(0, 2) }));
  await page.getByRole('button', { name: say('rules_withdraw_of', { day: longDay(inDays(50), window) }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('rules_withdraw'), exact: true }).click();
  await page.getByText(say('zone_meanwhile_done')).waitFor();
  await inspect('one zone, changed meanwhile');
  const name = field(window, 'name_in', { language: 'English' });
  await name.fill('Quay of others');
  await page.locator('form', { has: name }).getByRole('button', { name: say('save') }).click();
  await page.getByText(say('zone_name_saved')).waitFor();
});

test('all zones as a file, and back', async (t) => {
  const window = await office(t, { size: phone, expects: [400, ...savedElsewhere] });
  const { page, say, inspect } = window;
  const zone = await newZone({ name: unique('Bestand') });
  await enter(window, { role: 'admin' }, '/zones');
  await rows(window).first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button(window, 'zones_export').click()]);
  assert.match(download.suggestedFilename(), /^zones-\d{4}-\d{2}-\d{2}\.json$/);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));

  await page.getByRole('link', { name: say('import_title') }).first().click();
  await heading(window, 'import_title').waitFor();
  await inspect('a file of zones');
  const look = async (content) => {
    await named(window, 'file').setInputFiles({ name: 'zones.json', mimeType: 'application/json', buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) });
    await button(window, 'import_look').click();
  };
  await button(window, 'import_look').click();
  await page.getByRole('link', { name: say('import_missing') }).waitFor();
  await look('naam;prijs');
  await page.getByRole('link', { name: say('import_unreadable') }).waitFor();
  await inspect('a file of zones, not readable');
  const wrong = structuredClone(file);
  wrong.zones.find(({ id }) => id === zone.id).rules[0].own.perHourCents = -1;
  await look(wrong);
  await page.getByText(`${zone.id}, rules[0].own.perHourCents`).waitFor();
  await inspect('a file of zones, something wrong in it');
  await look(file);
  await page.getByText(say('import_nothing')).waitFor();
  await inspect('a file of zones, nothing to change');
  await button(window, 'import_other').click();

  const mine = file.zones.find(({ id }) => id === zone.id);
  mine.rules.push({ ...mine.rules[0], from: inDays(30), own: { perHourCents: 280, stepCents: 10 } });
  mine.rules[0].streets.push({ postcode: '9998', name: `Laan ${zone.id}` });
  const other = { ...structuredClone(mine), id: code(), rules: [rulesFrom(inDays(2))] };
  await look({ zones: [mine, other] });
  await heading(window, 'import_title').waitFor();
  await page.getByText(new RegExp(`9998 Laan ${zone.id}`)).waitFor();
  await inspect('a file of zones, what it would change');
  assert.equal((await plans()).zones.find(({ id }) => id === zone.id).rules.length, 1, 'nothing is changed yet');
  // Somebody else saves something: it is shown anew what the file would change.
  await newZone({ name: unique('Elders') });
  await button(window, 'import_apply').click();
  await page.getByText(say('import_meanwhile')).waitFor();
  await inspect('a file of zones, changed meanwhile');
  await button(window, 'import_apply').dblclick();
  await page.getByText(say('import_done', { count: 2 })).waitFor();
  const { zones } = await plans();
  assert.equal(zones.find(({ id }) => id === zone.id).rules[1].own.perHourCents, 280);
  assert.ok(zones.some(({ id }) => id === other.id));
});

test('being fetched, not to be had, not there, and nothing yet', async (t) => {
  const window = await office(t, { size: desktop, expects: [503] });
  const { page, say, inspect } = window;
  const zone = await newZone({ name: unique('Wacht') });
  await enter(window, { role: 'admin' });
  const hold = await held(page, '**/api/staff/zones');
  await page.goto(`/zones/zone/${zone.id}`);
  await heading(window, 'zone_one').waitFor();
  await inspect('one zone, being fetched');
  hold.letGo();
  await page.getByRole('heading', { name: say('rules_title') }).waitFor();
  let fail = await failing(page, '**/api/staff/zone-previews');
  await button(window, 'preview_go').click();
  await page.getByRole('alert').filter({ hasText: 'Het lukt nu even niet' }).waitFor();
  await inspect('one zone, its price not to be had');
  await fail.stop();
  fail = await failing(page, '**/api/staff/zones');
  for (const [path, state] of [['/zones', 'zones'], [`/zones/zone/${zone.id}`, 'one zone'], [`/zones/zone/${zone.id}/rules`, 'new rules'], ['/zones/new', 'new zone']]) {
    await page.goto(path);
    await page.getByRole('alert').first().waitFor();
    await inspect(`${state}, not to be had`);
  }
  await fail.stop();
  await button(window, 'ui_try_again').click();
  await button(window, 'zone_make').waitFor();
  await page.goto('/zones/zone/nergens');
  await page.getByText(say('zone_missing')).waitFor();
  await inspect('one zone, not there');
  await page.goto(`/zones/zone/${zone.id}/rules?from=${inDays(9)}`);
  await page.getByText(say('rules_gone')).waitFor();
  await inspect('new rules, gone');
  await page.route('**/api/staff/zones', (route) => route.fulfill({ json: { version: 0, today: inDays(0), zones: [], todays: [] } }));
  await page.goto('/zones');
  await page.getByText(say('zones_empty')).waitFor();
  await inspect('zones, nothing yet');
});

for (const size of sizes) {
  test(`new rules by keyboard alone (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: savedElsewhere });
    const { page, say } = window;
    const zone = await newZone({ name: unique('Toets') });
    const press = (key) => page.keyboard.press(key);
    const type = (text) => page.keyboard.type(text);
    await enter(window, { role: 'admin' }, `/zones/zone/${zone.id}`);
    const plan = page.getByRole('link', { name: say('rules_plan') });
    await plan.waitFor();
    await tabTo(page, plan);
    await press('Enter');
    await named(window, 'from').waitFor();
    await focusIsOn(page, page.locator('h1'));
    await tabTo(page, named(window, 'from'));
    await type(typed(inDays(20)));
    const add = page.locator('#field-hours-0');
    await tabTo(page, add);
    await press('Enter');
    await focusIsOn(page, named(window, 'hours-0-1'));
    await type('13:00');
    await press('Tab');
    await type('19:00');
    await press('Tab');
    await press('Tab');
    await focusIsOn(page, add);
    await press('Tab');
    await press('ArrowDown');
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    await focusIsOn(page, items.first());
    await press('ArrowDown');
    await press('Enter');
    assert.equal(await named(window, 'hours-4-1-until').inputValue(), '19:00');
    assert.equal(await named(window, 'hours-5-1').count(), 0);
    // The second window of Tuesday away again.
    const remove = page.locator('[name="hours-1-1-until"] ~ button');
    await tabTo(page, remove);
    await press('Enter');
    await focusIsOn(page, page.locator('#field-hours-1'));
    await tabTo(page, page.locator('[name="holidays"]:checked'));
    await press('ArrowUp');
    await tabTo(page, named(window, 'own'));
    await press('Control+a');
    await type('x');
    await press('Enter');
    await focusIsOn(page, page.getByRole('alert').first());
    await press('Tab');
    await press('Enter');
    await focusIsOn(page, named(window, 'own'));
    await press('Control+a');
    await type('2,80');
    await press('Enter');
    await page.getByText(say('rules_saved', { day: longDay(inDays(20), window) })).waitFor();
    const { rules } = (await plans()).zones.find(({ id }) => id === zone.id);
    assert.deepEqual(rules[1].hours.map((day) => day.length), [2, 1, 2, 2, 2, 1, 1]);
    assert.deepEqual([rules[1].own.perHourCents, rules[1].holidays], [280, 'as-sunday']);
  });
}
