// Compiles a surface's texts to functions (src/paraglide). Paraglide only
// warns when its message plugin cannot be loaded and then makes no text at
// all, so every warning is fatal here, and the number of texts is counted.
import { compile } from '@inlang/paraglide-js';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsIn, readTexts } from './texts.mjs';

const surface = resolve(process.argv[2] ?? '.');
const ui = fileURLToPath(new URL('../ui', import.meta.url));
const outdir = join(surface, 'src/paraglide');

function fail(reason) {
  console.error(`texts: ${reason}`);
  process.exit(1);
}

const faults = [...faultsIn(ui), ...faultsIn(surface)];
if (faults.length > 0) fail(faults.join('\n       '));

const ours = Object.keys(readTexts(surface, 'nl'));
const shared = new Set(Object.keys(readTexts(ui, 'nl')));
const twice = ours.filter((key) => shared.has(key));
if (twice.length > 0) fail(`these keys are both in ui and in the surface: ${twice.join(', ')}`);

const warnings = [];
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (chunk, ...rest) => {
    if (/warn|error/i.test(String(chunk))) warnings.push(String(chunk).trim());
    return write(chunk, ...rest);
  };
}
await compile({
  project: join(surface, 'project.inlang'),
  outdir,
  // The page itself knows the language (P-40): see ui/src/language.svelte.ts.
  strategy: ['globalVariable', 'baseLocale'],
  isServer: 'import.meta.env?.SSR',
  emitReadme: false,
});
if (warnings.length > 0) fail('the compiler warned, see above');

const made = readdirSync(join(outdir, 'messages')).filter((name) => name.endsWith('.js') && name !== '_index.js').length;
if (made !== ours.length + shared.size) fail(`${ours.length + shared.size} texts went in, ${made} came out`);
process.exit(0); // Paraglide's storage engine would keep the process for half a minute.
