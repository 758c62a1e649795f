// The name of the page in the browser's tab: what is wrong first, then the
// page, then the site (P-42).
import { untrack } from 'svelte';

let page = $state('');
let wrong = $state(false);
/** Forms on the page that could not be sent. */
let failures = $state(0);

export const title = {
  set(text: string, hasErrors: boolean) {
    page = text;
    wrong = hasErrors;
  },
  /** @returns a function that takes it back. */
  fail(): () => void {
    const add = (count: number) => (failures = untrack(() => failures) + count);
    add(1);
    return () => add(-1);
  },
  text(site: string, prefix: string): string {
    const name = page === '' || page === site ? site : `${page} – ${site}`;
    return wrong || failures > 0 ? `${prefix} ${name}` : name;
  },
};
