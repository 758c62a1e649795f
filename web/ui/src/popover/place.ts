// Where a panel stands that opens from a button. It is in the browser's top
// layer (the popover API), so no scrolling box cuts it off; it stays beside
// its button and within the window.

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
interface Size {
  width: number;
  height: number;
}

const gap = 6;
const margin = 8;

/** `end`: the panel's right edge is the button's. Below where there is room, else above. */
export function placeFor(button: Box, panel: Size, viewport: Size, side: 'start' | 'end'): { top: number; left: number } {
  const below = button.bottom + gap;
  const above = button.top - gap - panel.height;
  const top = below + panel.height > viewport.height - margin && above >= margin ? above : below;
  const wanted = side === 'start' ? button.left : button.right - panel.width;
  const left = Math.max(margin, Math.min(wanted, viewport.width - panel.width - margin));
  return { top: Math.max(margin, Math.min(top, viewport.height - margin - Math.min(panel.height, viewport.height - 2 * margin))), left };
}

export function place(button: HTMLElement, panel: HTMLElement, side: 'start' | 'end'): void {
  const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const { top, left } = placeFor(button.getBoundingClientRect(), { width: panel.offsetWidth, height: panel.offsetHeight }, viewport, side);
  panel.style.setProperty('top', `${top}px`);
  panel.style.setProperty('left', `${left}px`);
}
