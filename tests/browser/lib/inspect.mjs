// What must hold on every page, in every state: nothing for axe to find (no
// rule off), no sideways scrolling, targets large enough for a thumb, the
// page's language and title, nothing that moves for who asked for stillness,
// and the mark of the practice town.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { nextOf, remember } from './combos.mjs';
import { faultsOf } from './faults.mjs';

/**
 * Looks at the page as it is now, at the next look and width in turn.
 * @param how `as` gives look and width instead; `frame: false` for a page without our frame around it.
 */
export async function inspect(window, state, { as, frame = true } = {}) {
  const { page, surface, language, say } = window;
  const { look, width } = as ?? nextOf();
  await page.emulateMedia({ colorScheme: look });
  await page.setViewportSize({ width, height: width < 768 ? 844 : 800 });
  const where = `${surface}, ${state} (${language}, ${look}, ${width} px)`;
  try {
    await stillness(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    assert.deepEqual(violations.map(told), [], `axe finds fault with ${where}`);
    const faults = await page.evaluate(faultsOf, { language, frame, errorPrefix: say('ui_error_prefix'), practice: say('ui_practice_label'), thumb: width <= 390 });
    assert.deepEqual(faults, [], where);
    remember({ surface, state, language, look, width });
  } finally {
    await page.emulateMedia({ colorScheme: window.look });
    await page.setViewportSize(window.size);
  }
}

/** Fonts there, layout done, and nothing on its way that comes to an end. */
async function stillness(page) {
  await page.evaluate(async () => {
    const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const moving = () => document.getAnimations().filter((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity);
    await document.fonts.ready;
    do {
      await drawn();
      await Promise.all(moving().map((each) => each.finished.catch(() => {})));
    } while (moving().length > 0);
  });
}

const told = ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${(failureSummary ?? '').split('\n').slice(1, 3).join(' ').trim()}`).join('; ')}`;
