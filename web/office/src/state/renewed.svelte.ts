// After signing in again on top of a page, what failed in between is fetched
// anew. To be called while a component is made.
import { untrack } from 'svelte';
import { staff } from './staff.svelte.ts';

export function onRenewed(action: () => void) {
  const before = staff.renewals;
  $effect(() => {
    if (staff.renewals > before) untrack(action);
  });
}
