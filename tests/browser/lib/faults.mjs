// Runs in the page. Everything that is wrong with it as it stands, in words.
export function faultsOf({ language, frame, errorPrefix, practice, thumb }) {
  const faults = [];
  const root = document.documentElement;
  const nameOf = (element) => `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.innerText ?? element.getAttribute('name') ?? '').trim().slice(0, 40)}”`;
  const seen = (element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });

  if (root.lang !== language) faults.push(`the page says it is in ${root.lang}`);
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((each) => seen(each) && !cutOff(each) && each.getBoundingClientRect().right > root.clientWidth + 0.5);
    faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}: ${wide.slice(-3).map(nameOf).join(', ')}`);
  }
  if (frame && !document.body.innerText.includes(practice)) faults.push('nothing says that this is the practice town');
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');

  const wrong = [...document.querySelectorAll('[aria-invalid="true"], .summary[role="alert"]')].some((each) => seen(each) && !each.closest('.filter, dialog'));
  const says = document.title.startsWith(errorPrefix);
  if (wrong && !says) faults.push(`something is wrong and the title does not say so: ${document.title}`);

  // For who asked for stillness each takes a millisecond: begun just now it still counts as running.
  const moving = document.getAnimations().filter((each) => each.playState === 'running' && each.effect.getComputedTiming().endTime > 1);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches && moving.length > 0) faults.push(`moves: ${moving.map((each) => each.animationName ?? each.transitionProperty).join(', ')}`);

  if (thumb) for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="option"]')) if (seen(element) && !large(element)) faults.push(`too small for a thumb: ${nameOf(element)} ${sizeOf(element)}`);
  return faults;

  function cutOff(element) {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) if (getComputedStyle(above).overflowX !== 'visible') return true;
    return false;
  }

  /** Also what one presses by pressing its label. */
  function boxOf(element) {
    const boxes = [element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    return { width: right - left, height: bottom - top };
  }

  function sizeOf(element) {
    const { width, height } = boxOf(element);
    return `${Math.round(width)}×${Math.round(height)}`;
  }

  function large(element) {
    const own = element.getBoundingClientRect();
    // Read out only, until it has focus.
    if (own.width <= 1 || own.height <= 1 || own.bottom <= 0) return true;
    const { width, height } = boxOf(element);
    if (width >= 43.5 && height >= 43.5) return true;
    return element.matches('a') && inText(element);
  }

  /** A link within a line of text is as high as the line. */
  function inText(link) {
    if (getComputedStyle(link).display !== 'inline') return false;
    const block = link.closest('p, li, dd, dt, td, th, label, figcaption, div');
    return block !== null && block.innerText.trim().length > link.innerText.trim().length;
  }
}
