// Where one checks: a zone, or a street of one. Chosen once and kept on this
// device; it names no person and no car.
import type { Answer } from '@meent/api';

export type Zone = Answer<'/api/staff/plate-checks', 'get'>['items'][number];

export interface Place {
  zone: string;
  street?: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;
const shelfName = 'meent.enforcement.place';

/** Only what still is there: zones close and streets move. */
export function recallPlace(zones: readonly Zone[], shelf: Shelf = localStorage): Place | undefined {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(shelfName) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { zone, street } = kept as Record<string, unknown>;
    const known = zones.find(({ id }) => id === zone);
    if (!known) return undefined;
    if (street === undefined) return { zone: known.id };
    const same = known.streets.find((each) => each === street);
    return same === undefined ? undefined : { zone: known.id, street: same };
  } catch {
    return undefined;
  }
}

export function rememberPlace(place: Place, shelf: Shelf = localStorage) {
  try {
    shelf.setItem(shelfName, JSON.stringify(place));
  } catch {
    // It holds until the page is left.
  }
}
