// Says something to who listens instead of looks. One region for a whole page,
// see LiveRegion.svelte.
import { untrack } from 'svelte';

let said = $state('');

export const announcement = {
  get text() {
    return said;
  },
};

export function announce(text: string) {
  // The same words twice would be no change, and so not be read out. Who says
  // something in an effect does not say it again because it was said.
  said = untrack(() => said) === text ? `${text}\u00a0` : text;
}
