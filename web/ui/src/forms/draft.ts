// What was typed but not sent yet, kept in this tab, so that a reload, a lost
// connection or an ended session loses nothing (P-51). It belongs to one
// person: somebody else who signs in on the same tab never sees it. Secrets
// (passwords, codes) are never given to it.
export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

const prefix = 'meent.draft.';

export class Drafts {
  private readonly store: DraftStore;

  constructor(store: DraftStore) {
    this.store = store;
  }

  read(owner: string, form: string): string | undefined {
    const [keptFor, value] = this.kept(form);
    if (keptFor === owner) return value;
    this.drop(form);
    return undefined;
  }

  keep(owner: string, form: string, value: string) {
    try {
      this.store.setItem(prefix + form, JSON.stringify([owner, value]));
    } catch {
      // A full or forbidden store costs the safety net, not the form.
    }
  }

  drop(form: string) {
    this.store.removeItem(prefix + form);
  }

  dropAll() {
    const keys = Array.from({ length: this.store.length }, (_, index) => this.store.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) this.store.removeItem(key);
  }

  private kept(form: string): [string?, string?] {
    try {
      return JSON.parse(this.store.getItem(prefix + form) ?? '[]') as [string?, string?];
    } catch {
      return [];
    }
  }
}
