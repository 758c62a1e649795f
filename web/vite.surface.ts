// One Vite configuration for every surface, so that a bundle of residents and
// one of staff are built the same way. A surface only says its port in
// development and where its API answers.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin, PluginOption, UserConfig } from 'vite';

const web = fileURLToPath(new URL('.', import.meta.url));

const townTypes: Record<string, string> = {
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** In development the demo town's folder stands where a host serves the real one (P-43). */
function townFolder(): Plugin {
  return {
    name: 'meent-town-folder',
    configureServer(server) {
      server.middlewares.use('/town', (request, response, next) => {
        const name = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
        const file = join(web, 'town', name);
        if (!/^[\w.-]+$/.test(name) || !existsSync(file)) return next();
        response.setHeader('Content-Type', townTypes[extname(name)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
  };
}

/**
 * The first mention of a layer decides its place, and the bundler puts the
 * styles of shared components first: so the order is said once more on top.
 */
function layersInOrder(): Plugin {
  const [order = ''] = /^@layer [^;]+;/m.exec(readFileSync(join(web, 'ui/src/styles/index.css'), 'utf8')) ?? [];
  return {
    name: 'meent-layers-in-order',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = order + String(file.source);
    },
  };
}

/**
 * Texts travel under short names: m.wallet_title() becomes m.aB(), as in the
 * tables that compile-texts.mjs writes.
 */
function shortNames(): Plugin {
  const folder = join(process.cwd(), 'src/texts');
  let names: Record<string, string> = {};
  return {
    name: 'meent-short-names',
    enforce: 'pre',
    buildStart() {
      names = JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')) as typeof names;
    },
    transform(code, id) {
      if (!/\.(svelte|ts)$/.test(id) || id.startsWith(folder) || !code.includes("'$texts'")) return undefined;
      return { code: code.replaceAll(/\bm\.(\w+)/g, (whole, name: string) => (name in names ? `m.${names[name]}` : whole)), map: null };
    },
  };
}

/** What ties a style to its component, as short as it may be: it stands at every element. */
const seen = new Map<string, string>();
function cssHash({ hash, filename = '' }: { hash: (text: string) => string; filename?: string }): string {
  const path = relative(web, filename).replaceAll('\\', '/');
  for (let name = path; ; name += '+') {
    const short = `s${hash(name).slice(0, 3)}`;
    const other = seen.get(short);
    if (other !== undefined && other !== path) continue;
    seen.set(short, path);
    return short;
  }
}

/**
 * Pages are fetched when they are needed, and with them nothing else: styles are
 * one file. What Vite would put around that is left out.
 */
function plainImports(): Plugin {
  return {
    name: 'meent-plain-imports',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

/**
 * CloudFront compresses what it sends; the town on one machine sends what lies
 * beside a file. Not as small as can be: CloudFront is quick about it too.
 */
function compressed(): Plugin {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return {
    name: 'meent-compressed',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!/^assets\/.*\.(js|css)$/.test(name)) continue;
        const file = join(dir, name);
        writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
      }
    },
  };
}

export interface Surface {
  port: number;
  api: string;
  plugins?: PluginOption[];
}

export function defineSurface({ port, api, plugins = [] }: Surface): UserConfig {
  return {
    plugins: [shortNames(), plainImports(), svelte({ compilerOptions: { cssHash } }), townFolder(), layersInOrder(), compressed(), ...plugins],
    resolve: {
      alias: [
        { find: '$texts/runtime', replacement: join(process.cwd(), 'src/texts/runtime.ts') },
        { find: '$texts', replacement: join(process.cwd(), 'src/texts/index.ts') },
      ],
    },
    // Tables of texts are read whole: an export for each text would travel for nothing.
    json: { namedExports: false },
    build: {
      target: 'es2022',
      // light-dark() and relative colours carry the town's theme (P-43): not to be lowered.
      cssTarget: ['chrome125', 'safari18', 'firefox128'],
      // The strict content security policy allows no data: or inline scripts.
      assetsInlineLimit: 0,
      // What the first script needs is named in the page, and so fetched along with it.
      modulePreload: { polyfill: false, resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []) },
      // Many small files cost more than they save: one style sheet, one chunk of
      // what is around every page with all it needs, one of what else most folders
      // of pages share, one of the forms, one of what else a few share.
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          // Every page's file is named in the first script, and what is random in a name does not compress.
          chunkFileNames: 'assets/[name]-[hash:7].js',
          codeSplitting: {
            groups: [
              { name: 'frame', test: /\/(portal|office)\/src\/(App\.svelte|NoTown\.svelte|routes\.ts|keep-shell\.ts|head\/)/, priority: 3 },
              { name: 'shared', test: /\.(svelte|ts|js|mjs)$/, minShareCount: 4, priority: 2 },
              { name: 'forms', test: /\/src\/(forms|listing)\/|\/(BackLink|Dialog|Summary\w+)\.svelte$/, minShareCount: 2, priority: 1 },
              { name: 'cards', test: /\/src\/pages\/(home|parking|consent|sign-in)\/|\/(Plate|Disclosure|AskedFor)\.svelte$|\/(save-as|postal|flash\.svelte)\.ts$/, minShareCount: 2 },
            ],
          },
        },
      },
      manifest: true,
      reportCompressedSize: false,
    },
    server: { port, strictPort: true, proxy: { '/api': { target: api, changeOrigin: true } } },
  };
}
