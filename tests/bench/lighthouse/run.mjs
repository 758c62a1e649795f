// `make bench`: the two pages a resident opens most, measured by Lighthouse as on
// a phone with a slow connection, and whether the portal can be put on a home
// screen. `node run.mjs home` measures one page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchFor } from '../../browser/lib/chromium.mjs';
import { toppedUp } from '../../browser/lib/payments.mjs';
import { settle } from '../../browser/lib/resident.mjs';
import { at, freePort, startTown, town } from '../../browser/lib/town.mjs';
import { words } from '../../browser/lib/words.mjs';
import { installable } from './installable.mjs';
import { measure } from './measure.mjs';
import { tell } from './tell.mjs';

const language = 'nl';
const pages = { home: '/', book: '/parking/book' };
const asked = process.argv.slice(2);

const running = await startTown();
const profile = mkdtempSync(join(tmpdir(), 'meent-lighthouse-'));
let context;
try {
  Object.assign(process.env, running.environment);
  const port = await freePort();
  context = await launchFor(profile, port, { baseURL: at('portal'), locale: 'nl-BE', timezoneId: 'Europe/Brussels' });
  const tab = await signIn();
  const found = [];
  for (const [page, path] of Object.entries(pages)) {
    if (asked.length > 0 && !asked.includes(page)) continue;
    const measured = await measure(new URL(path, at('portal')).href, port);
    found.push({ page, ...measured, hindrances: await installable(tab, path) });
  }
  process.exitCode = tell(found) ? 0 : 1;
} finally {
  await context?.close();
  await running.stop();
  rmSync(profile, { recursive: true, force: true });
}

/** Somebody with money on the balance, so that the pages show what they show most days. */
async function signIn() {
  const window = { page: await context.newPage(), language, say: words('portal', language) };
  await settle(window, { citizen: town().residents[0] });
  await toppedUp(window, 5000);
  return window.page;
}
