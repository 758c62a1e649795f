// Says something to who listens instead of looks. One region for a whole page,
// see LiveRegion.svelte.
let said = $state('');

export const announcement = {
  get text() {
    return said;
  },
};

export function announce(text: string) {
  // The same words twice would be no change, and so not be read out.
  said = said === text ? `${text}\u00a0` : text;
}
