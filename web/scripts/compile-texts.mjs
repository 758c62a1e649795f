// Writes what a surface says to src/texts: a type with every text and its
// parameters, and per group and language a table. The group "core" has what is
// around every page and what several folders of pages say; with --by-page each
// folder that says much has a group of its own, so that a resident's first page
// fetches no others (the budget of check-size.mjs). P-40: a text missing in a language
// fails the build, and so does a text that nothing says.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { closure, pagesOf, saidBy } from './imports.mjs';
import { faultsIn, locales, parametersOf, readTexts } from './texts.mjs';

const [folder = '.', option] = process.argv.slice(2);
const byPage = option === '--by-page';
const surface = resolve(folder);
const ui = resolve(import.meta.dirname, '../ui');
const outdir = join(surface, 'src/texts');

function fail(reason) {
  console.error(`texts: ${reason}`);
  process.exit(1);
}

const faults = [...faultsIn(ui), ...faultsIn(surface)];
if (faults.length > 0) fail(faults.join('\n       '));
const twice = Object.keys(readTexts(surface, 'nl')).filter((key) => key in readTexts(ui, 'nl'));
if (twice.length > 0) fail(`these keys are both in ui and in the surface: ${twice.join(', ')}`);

const all = Object.fromEntries(locales.map((locale) => [locale, { ...readTexts(ui, locale), ...readTexts(surface, locale) }]));
const known = (keys) => [...keys].filter((key) => key in all.nl).sort();

/** So many letters are not worth a file of their own. */
const few = 1000;

function groups() {
  const around = closure([join(surface, 'src/main.ts')]);
  if (!byPage) return { core: known(new Set([...saidBy(sources()), ...Object.keys(readTexts(surface, 'nl'))])) };
  const core = saidBy(around);
  const ofPages = {};
  for (const page of pagesOf(around)) {
    const name = basename(dirname(page));
    ofPages[name] = new Set([...(ofPages[name] ?? []), ...saidBy(closure([page]))]);
  }
  // What several folders say stands in the core: said in each, it would travel as often.
  const inHowMany = (key) => Object.values(ofPages).filter((keys) => keys.has(key)).length;
  for (const keys of Object.values(ofPages)) for (const key of keys) if (inHowMany(key) > 1) core.add(key);
  const made = {};
  for (const [name, keys] of Object.entries(ofPages)) {
    const own = known([...keys].filter((key) => !core.has(key)));
    const length = own.reduce((sum, key) => sum + all.nl[key].length, 0);
    if (length > few) made[name] = own;
    else for (const key of own) core.add(key);
  }
  made.core = known(core);
  const silent = Object.keys(readTexts(surface, 'nl')).filter((key) => !Object.values(made).some((keys) => keys.includes(key)));
  if (silent.length > 0) fail(`nothing says ${silent.join(', ')}`);
  return made;
}

/** Every source of the surface with what it takes from ui. */
function sources() {
  const own = readdirSync(join(surface, 'src'), { recursive: true }).map((name) => join(surface, 'src', String(name)));
  return closure(own.filter((name) => !name.startsWith(outdir) && !name.endsWith('.test.ts')));
}

const inputs = (key) => parametersOf(all.nl[key]).map((name) => `${name}: string | number`).join('; ');
const signature = (key) => `  ${key}: (${inputs(key) ? `inputs: { ${inputs(key)} }` : ''}) => string;`;

const made = groups();
const entries = Object.entries(made);
const saidSomewhere = [...new Set(entries.flatMap(([, keys]) => keys))].sort();

/** As it travels: the sources say m.wallet_title(), the build makes m.aB() of it (vite.surface.ts). */
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const short = (index) => (index < 52 ? '' : short(Math.floor(index / 52) - 1)) + letters[index % 52];
const names = Object.fromEntries(saidSomewhere.map((key, index) => [key, short(index)]));

rmSync(outdir, { recursive: true, force: true });
for (const [group, keys] of entries) {
  mkdirSync(join(outdir, group), { recursive: true });
  for (const locale of locales) writeFileSync(join(outdir, group, `${locale}.json`), JSON.stringify(Object.fromEntries(keys.map((key) => [names[key], all[locale][key]]))));
}
writeFileSync(join(outdir, 'names.json'), JSON.stringify(names));
const loaders = (group) => locales.map((locale) => `    ${locale}: () => import('./${group}/${locale}.json'),`).join('\n');
writeFileSync(
  join(outdir, 'index.ts'),
  `// Made by scripts/compile-texts.mjs. Do not edit.
import { Texts } from '@meent/ui/texts/load.ts';
import { sayer } from '@meent/ui/texts/texts.svelte.ts';

export interface Messages {
${saidSomewhere.map(signature).join('\n')}
}

export const m: Messages = sayer<Messages>();

export const texts = new Texts({
${entries.map(([group]) => `  '${group}': {\n${loaders(group)}\n  },`).join('\n')}
});
`,
);
writeFileSync(join(outdir, 'runtime.ts'), `// Made by scripts/compile-texts.mjs. Do not edit.\nexport const locales = [${locales.map((locale) => `'${locale}'`).join(', ')}] as const;\n`);
