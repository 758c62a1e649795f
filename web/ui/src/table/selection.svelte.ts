// The rows somebody ticked. They stay ticked while one turns pages, so the rows
// themselves are kept, not only their keys.
import { SvelteMap } from 'svelte/reactivity';

export class Selection<Row> {
  readonly #rows = new SvelteMap<string, Row>();
  readonly #keyOf: (row: Row) => string;

  constructor(keyOf: (row: Row) => string) {
    this.#keyOf = keyOf;
  }

  get count(): number {
    return this.#rows.size;
  }

  get rows(): Row[] {
    return [...this.#rows.values()];
  }

  has(row: Row): boolean {
    return this.#rows.has(this.#keyOf(row));
  }

  set(row: Row, selected: boolean) {
    if (selected) this.#rows.set(this.#keyOf(row), row);
    else this.#rows.delete(this.#keyOf(row));
  }

  all(rows: Row[]): boolean {
    return rows.length > 0 && rows.every((row) => this.has(row));
  }

  some(rows: Row[]): boolean {
    return rows.some((row) => this.has(row));
  }

  /** All of these rows, or none of them when all were. */
  toggle(rows: Row[]) {
    const selected = !this.all(rows);
    for (const row of rows) this.set(row, selected);
  }

  clear() {
    this.#rows.clear();
  }
}
