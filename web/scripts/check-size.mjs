// Holds the portal to its budget, in bytes of JavaScript after brotli, as it
// travels: what a resident's first page takes, and all pages together. Texts
// travel in one language, the heaviest is counted. Sizes are taken from the
// built files, along the imports that Vite wrote down.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { locales } from './texts.mjs';

const dist = resolve(import.meta.dirname, '../portal/dist');
const budget = { first: 35 * 1024, whole: 80 * 1024 };
/** What one may see first: signed out, on the way in, and signed in. */
const firstPages = ['sign-in', 'consent', 'home'];

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

function withImports(chunk, seen = new Set()) {
  if (!chunk) throw new Error('size: the build lacks a chunk');
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const imported of chunk.imports ?? []) withImports(manifest[imported], seen);
  return seen;
}

const named = (name) => Object.values(manifest).find((chunk) => chunk.name === name);
const textsOf = (group, locale) => manifest[`src/texts/${group}/${locale}.json`];
const weigh = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;
const sum = (files) => [...files].filter((file) => file.endsWith('.js')).reduce((total, file) => total + weigh(file), 0);
const filesOf = (chunks) => new Set([...chunks].map(({ file }) => file));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

let fits = true;
function hold(what, bytes, limit) {
  const within = bytes <= limit;
  fits &&= within;
  console.log(`size: ${what} ${kilobytes(bytes)} of ${kilobytes(limit)}${within ? '' : ': TOO MUCH'}`);
}

const heaviest = (weighIn) => Math.max(...locales.map(weighIn));

for (const page of firstPages) {
  const chunks = new Set([...withImports(manifest['index.html']), ...withImports(named(page))]);
  hold(`first page ${page}`, heaviest((locale) => sum(filesOf([...chunks, textsOf('core', locale), ...(textsOf(page, locale) ? [textsOf(page, locale)] : [])]))), budget.first);
}

const textFiles = (locale) => filesOf(Object.entries(manifest).flatMap(([name, chunk]) => (name.startsWith('src/texts/') && name.endsWith(`/${locale}.json`) ? [chunk] : [])));
const texts = new Set(locales.flatMap((locale) => [...textFiles(locale)]));
const scripts = readdirSync(dist, { recursive: true }).map(String).filter((file) => file.endsWith('.js') && !texts.has(file));
hold('whole portal with its service worker', sum(scripts) + heaviest((locale) => sum(textFiles(locale))), budget.whole);
if (!fits) process.exit(1);
