import { tick } from 'svelte';

/** A page that becomes another without being left: who listens hears its new name (P-42). */
export async function focusHeading() {
  await tick();
  document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
}

/** Whether the page's name has focus, so that its successor is to have it. */
export const headingHasFocus = (): boolean => document.activeElement?.matches('[data-page-heading]') ?? false;
