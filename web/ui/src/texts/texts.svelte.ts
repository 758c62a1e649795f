// The texts of a surface in one language. A surface's own $texts gives each key
// a name and a type over this; see scripts/compile-texts.mjs. Only the reader's
// language travels, and of it only what the pages seen so far need.
export type Table = Readonly<Record<string, string>>;
export type Inputs = Readonly<Record<string, string | number>>;

let table = $state.raw<Table>({});

/** Reading it in a page makes the page change with the language. */
export function say(key: string, inputs: Inputs = {}): string {
  return (table[key] ?? key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in inputs ? String(inputs[name]) : whole));
}

export function addTexts(more: Table) {
  table = { ...table, ...more };
}

/** Each text as a function of its name: m.save(). */
export function sayer<M extends object>(): M {
  const kept = new Map<string, (inputs?: Inputs) => string>();
  return new Proxy({} as M, {
    get(_target, key) {
      const name = String(key);
      let text = kept.get(name);
      if (!text) kept.set(name, (text = (inputs) => say(name, inputs)));
      return text;
    },
  });
}
