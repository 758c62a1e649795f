// Languages, light and dark, and widths are turned over pages and states so
// that every two of them meet; run.mjs counts what was seen.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { languages } from './words.mjs';

export const looks = ['light', 'dark'];
export const widths = [360, 390, 768, 1280];
const all = widths.flatMap((width) => looks.map((look) => ({ look, width })));

const file = () => join(process.env.MEENT_TOWN_FOLDER, 'combos.jsonl');
/** Each file of tests begins elsewhere in the round, always at the same place. */
export const beginning = [...basename(process.argv[1] ?? '')].reduce((sum, letter) => sum + letter.codePointAt(0), 0);
let turn = beginning;

export const nextOf = () => all[(turn += 3) % all.length];

export const remember = (seen) => appendFileSync(file(), `${JSON.stringify(seen)}\n`);

/** In words, and whether every two of language, look and width met on each surface. */
export function seenInAll() {
  const lines = existsSync(file()) ? readFileSync(file(), 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
  const told = [];
  const lacking = [];
  for (const surface of ['portal', 'office']) {
    const own = lines.filter((line) => line.surface === surface);
    const met = (one, other) => new Set(own.map((line) => `${line[one]} × ${line[other]}`));
    const wanted = [
      ['language', 'look', languages, looks],
      ['language', 'width', languages, widths],
      ['look', 'width', looks, widths],
    ];
    for (const [one, other, ones, others] of wanted) {
      const pairs = met(one, other);
      for (const a of ones) for (const b of others) if (!pairs.has(`${a} × ${b}`)) lacking.push(`${surface}: ${a} × ${b}`);
    }
    const combos = new Set(own.map(({ language, look, width }) => `${language} ${look} ${width}`));
    told.push(`${surface}: ${own.length} looks at ${new Set(own.map(({ state }) => state)).size} states, ${combos.size} of ${languages.length * all.length} combinations of language, light or dark, and width`);
  }
  return { told, lacking };
}
