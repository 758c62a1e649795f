// Zones in every language, light and dark, narrow and wide: hours and prices are
// what takes most room (P-40, P-41, P-42).
import { test } from 'node:test';
import { desktop } from '../lib/browser.mjs';
import { looks } from '../lib/combos.mjs';
import { office, rows, unique } from '../lib/office.mjs';
import { enter } from '../lib/staff.mjs';
import { languages } from '../lib/words.mjs';
import { inDays, newZone, rulesFrom, save } from '../lib/zones.mjs';

for (const language of languages) {
  test(`zones in ${language}, narrow and wide, light and dark`, async (t) => {
    const window = await office(t, { size: desktop, language });
    const { page, say, inspect } = window;
    const zone = await newZone({ name: unique('Taal') });
    await save(zone.id, (before) => ({ ...before, rules: [...before.rules, rulesFrom(inDays(300))], closes: inDays(400) }));
    const all = async (state) => {
      for (const look of looks) for (const width of [360, 1280]) await inspect(state, { as: { look, width } });
    };
    await enter(window, { role: 'admin' }, '/zones');
    await rows(window).first().waitFor();
    await all('zones');
    await page.goto(`/zones/zone/${zone.id}`);
    await page.getByRole('button', { name: say('preview_go') }).click();
    await page.getByText(say('preview_total')).waitFor();
    await all('one zone');
    await page.goto(`/zones/zone/${zone.id}/rules`);
    await page.getByRole('button', { name: say('save'), exact: true }).click();
    await page.getByRole('link', { name: say('ui_table_day_wrong') }).waitFor();
    await all('new rules');
  });
}
