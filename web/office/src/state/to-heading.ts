// After something that takes its own form away, focus goes where one reads on.
import { tick } from 'svelte';

export async function toHeading() {
  await tick();
  document.querySelector<HTMLElement>('[data-page-heading]')?.focus();
}
