// What a resident's own device keeps for when there is no connection (P-44): a
// name, a balance and what is parked, with its time, no more. Gone at sign-out,
// at withdrawal and when the session ended.
import type { Parked } from './parking.ts';

export interface LastKnown {
  firstName: string;
  lastName: string;
  balanceCents: number;
  current?: Parked | null | undefined;
  next?: Parked | null | undefined;
  asOf: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'meent.last-known';

export function readLastKnown(store: Store): LastKnown | undefined {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isLastKnown(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepLastKnown(store: Store, { firstName, lastName, balanceCents, current, next, asOf }: LastKnown) {
  try {
    store.setItem(key, JSON.stringify({ firstName, lastName, balanceCents, current, next, asOf }));
  } catch {
    // A forbidden store: then there is nothing to show offline.
  }
}

export function forgetLastKnown(store: Store) {
  try {
    store.removeItem(key);
  } catch {
    // What cannot be reached was never kept.
  }
}

function isLastKnown(kept: unknown): kept is LastKnown {
  if (typeof kept !== 'object' || kept === null) return false;
  const { firstName, lastName, balanceCents, current, next, asOf } = kept as Record<string, unknown>;
  return [current, next].every(isParked) && typeof firstName === 'string' && typeof lastName === 'string' && Number.isSafeInteger(balanceCents) && typeof asOf === 'string';
}

/** Written by this page itself: whole or not there. */
const isParked = (kept: unknown) => kept === undefined || kept === null || (typeof kept === 'object' && 'until' in kept);
