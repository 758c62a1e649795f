import { Drafts } from '@meent/ui/forms/draft.ts';
import { staff } from './staff.svelte.ts';

// Bound to the person: a desk may see two people on one screen, one after the other.
export const drafts = new Drafts(sessionStorage);

const owner = () => staff.me?.id ?? '';

/** What was kept of a form, when it still has the form's shape. */
export function readDraft<T extends object>(name: string, blank: T): T | undefined {
  try {
    const kept: unknown = JSON.parse(drafts.read(owner(), name) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const values = kept as Record<string, unknown>;
    const same = Object.entries(blank).every(([key, value]) => typeof values[key] === typeof value && Array.isArray(values[key]) === Array.isArray(value));
    return same ? (kept as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a form while it differs from what it began with. */
export function keepDraft<T extends object>(name: string, values: T, blank: T) {
  const text = JSON.stringify(values);
  if (text === JSON.stringify(blank)) drafts.drop(name);
  else drafts.keep(owner(), name, text);
}
