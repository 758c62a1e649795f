// Getting about with the keyboard alone, and seeing where one is.
import assert from 'node:assert/strict';

const most = 60;

/** Tab after Tab to what is wanted; on the way focus can be seen at each stop. */
export async function tabTo(page, target, key = 'Tab') {
  const wanted = await target.elementHandle();
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const { fault, there } = await page.evaluate(whereFocusIs, wanted);
    assert.equal(fault, '');
    if (there) return;
  }
  assert.fail(`${most} times ${key} did not lead to ${target}`);
}

export async function focusIsOn(page, target) {
  await page.waitForFunction((element) => element === document.activeElement, await target.elementHandle());
}

/** Runs in the page. */
function whereFocusIs(wanted) {
  const focused = document.activeElement;
  const there = focused === wanted;
  if (!focused || focused === document.body) return { there, fault: '' };
  const name = `${focused.tagName} “${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}”`;
  const ring = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  };
  // A control may lie unseen over what is drawn for it.
  const near = [focused, focused.parentElement, focused.parentElement?.parentElement, focused.nextElementSibling].filter(Boolean);
  if (!focused.matches('h1, main') && !near.some(ring)) return { there, fault: `focus cannot be seen on ${name}` };
  const { left, top, right, bottom, width, height } = focused.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight || right < 0 || left > innerWidth) return { there, fault: `focus is out of sight on ${name}` };
  // Not wholly behind what sticks to an edge (WCAG 2.4.11).
  const inside = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y])).filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const bare = inside.some(([x, y]) => {
    const on = document.elementFromPoint(x, y);
    return on && (focused.contains(on) || on.contains(focused) || [...(focused.labels ?? [])].some((label) => label.contains(on)));
  });
  return { there, fault: inside.length > 0 && !bare ? `focus is hidden on ${name}` : '' };
}
