// What somebody means to do once (P-51): it has a key that goes with it each
// time it is sent, so that a double tap, a reload or a lost answer does it once.
// The same words are the same intention, other words are another, and one that
// ended is over.
import type { Drafts } from './draft.ts';

export interface Kept {
  key: string;
  /** Exactly what is sent. */
  body: string;
  /** What the server made of it, once it said so. */
  id?: string;
}

/** Refused for good under this key: asked with other words before, or it has ended. What is sent next is another. */
export const isSpent = (code: string | undefined): boolean => code === 'idempotency-key-used' || code === 'payment-ended';

export class Intention {
  private readonly drafts: Drafts;
  private readonly name: string;
  private readonly newKey: () => string;
  /** For when the store is full or forbidden: then it holds for this visit. */
  private latest: { owner: string; kept: Kept } | undefined;

  constructor(drafts: Drafts, name: string, newKey = () => crypto.randomUUID() as string) {
    this.drafts = drafts;
    this.name = name;
    this.newKey = newKey;
  }

  read(owner: string): Kept | undefined {
    const inMemory = this.latest?.owner === owner ? this.latest.kept : undefined;
    try {
      const kept: unknown = JSON.parse(this.drafts.read(owner, this.name) ?? 'null');
      return isKept(kept) ? kept : inMemory;
    } catch {
      return inMemory;
    }
  }

  /** Before it is sent: its key is kept first, so that an answer may get lost. */
  keyFor(owner: string, body: unknown): string {
    const words = JSON.stringify(body);
    const before = this.read(owner);
    const kept = before?.body === words ? before : { key: this.newKey(), body: words };
    this.keep(owner, kept);
    return kept.key;
  }

  begun(owner: string, id: string) {
    const kept = this.read(owner);
    if (kept) this.keep(owner, { ...kept, id });
  }

  /** Whatever became of it; another that began meanwhile is left alone. */
  ended(owner: string, id?: string) {
    if (id !== undefined && this.read(owner)?.id !== id) return;
    this.drafts.drop(this.name);
    this.latest = undefined;
  }

  private keep(owner: string, kept: Kept) {
    this.latest = { owner, kept };
    this.drafts.keep(owner, this.name, JSON.stringify(kept));
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null) return false;
  const { key, body, id } = kept as Record<string, unknown>;
  return typeof key === 'string' && typeof body === 'string' && (id === undefined || typeof id === 'string');
}
