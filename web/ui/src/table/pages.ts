// Fetches the pages of one list and tells each time what is to be shown. An
// answer that comes after another question was asked is dropped; an error
// keeps the rows that were there.
import type { Page } from './description.ts';
import type { TableQuery } from './query.ts';

export interface Ask {
  query: TableQuery;
  cursor: string | null;
}
export type Load<Row> = (ask: Ask) => Promise<Page<Row>>;

export interface Shown<Row> {
  phase: 'loading' | 'ready' | 'failed';
  /** Whether any page of this list was ever seen: before that there is only a skeleton. */
  begun: boolean;
  rows: Row[];
  /** Which page of the trail this is, from 1. */
  number: number;
  more: boolean;
  failure?: unknown;
}

export const nothingYet: Shown<never> = { phase: 'loading', begun: false, rows: [], number: 1, more: false };

export class Pages<Row> {
  #load: Load<Row>;
  #show: (shown: Shown<Row>) => void;
  #shown: Shown<Row> = nothingYet;
  #query: TableQuery = { filters: {} };
  /** The cursor each page up to this one began with; the API only knows the next one. */
  #trail: (string | null)[] = [null];
  #next: string | null = null;
  /** Which question is the last one asked. */
  #asked = 0;
  #again: () => Promise<void> = () => this.start(this.#query);

  constructor(load: Load<Row>, show: (shown: Shown<Row>) => void) {
    this.#load = load;
    this.#show = show;
  }

  start(query: TableQuery): Promise<void> {
    this.#query = query;
    return this.#ask([null], () => []);
  }

  /** The next page in the place of this one. */
  forward(): Promise<void> {
    return this.#next === null ? Promise.resolve() : this.#ask([...this.#trail, this.#next], () => []);
  }

  back(): Promise<void> {
    return this.#trail.length < 2 ? Promise.resolve() : this.#ask(this.#trail.slice(0, -1), () => []);
  }

  /** The next page below what is shown. */
  further(): Promise<void> {
    return this.#next === null ? Promise.resolve() : this.#ask([...this.#trail, this.#next], () => this.#shown.rows);
  }

  /** The same page anew: after a change, or after an error. */
  again(): Promise<void> {
    return this.#again();
  }

  async #ask(trail: (string | null)[], before: () => Row[]): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#again = () => this.#ask(trail, before);
    this.#tell({ ...this.#shown, phase: 'loading' });
    try {
      const page = await this.#load({ query: this.#query, cursor: trail.at(-1) ?? null });
      if (this.#asked !== asked) return;
      const kept = before();
      this.#trail = trail;
      this.#next = page.more ? (page.next ?? null) : null;
      // What was shown is now part of the page: fetching anew starts at the top.
      if (kept.length > 0) this.#again = () => this.#ask([null], () => []);
      this.#tell({ phase: 'ready', begun: true, rows: [...kept, ...page.items], number: trail.length, more: this.#next !== null });
    } catch (failure) {
      if (this.#asked !== asked) return;
      this.#tell({ ...this.#shown, phase: 'failed', failure });
    }
  }

  #tell(shown: Shown<Row>): void {
    this.#shown = shown;
    this.#show(shown);
  }
}
