// Which files a file brings along, and which texts they say. Only for our own
// sources: relative paths and @meent/ui.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const web = resolve(import.meta.dirname, '..');

function locate(from, wanted) {
  const path = wanted.startsWith('@meent/ui/') ? resolve(web, 'ui/src', wanted.slice('@meent/ui/'.length)) : resolve(dirname(from), wanted);
  return existsSync(path) ? path : undefined;
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
const ours = /^(?:\.|@meent\/ui\/)/;

/** Every file that comes along with these, dynamic imports left out. */
export function closure(files) {
  const seen = new Set();
  const open = [...files];
  while (open.length > 0) {
    const file = open.pop();
    if (seen.has(file) || !/\.(svelte|ts)$/.test(file)) continue;
    seen.add(file);
    for (const wanted of matches(readFileSync(file, 'utf8'), /(?:from|import)\s+'([^']+)'/g)) {
      const found = ours.test(wanted) ? locate(file, wanted) : undefined;
      if (found) open.push(found);
    }
  }
  return seen;
}

/** The folders of pages that these files fetch when they are needed, by their index. */
export function pagesOf(files) {
  return [...files].flatMap((file) => matches(readFileSync(file, 'utf8'), /import\('(\.\/pages\/[^']+)'\)/g).map((wanted) => locate(file, wanted))).filter(Boolean);
}

/** The keys of the texts that these files say. */
export function saidBy(files) {
  return new Set([...files].flatMap((file) => matches(readFileSync(file, 'utf8'), /\bm\.(\w+)/g)));
}
