// Builds the example and serves it to a real browser, with the same rules as
// the sites have: no script or style but its own.
import { chromium, type Browser } from 'playwright-core';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { execFileSync } from 'node:child_process';

const web = resolve(import.meta.dirname, '../../../..');
const office = join(web, 'office');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'";

export interface Served {
  browser: Browser;
  address: string;
  stop: () => Promise<void>;
}

export async function serve(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'meent-table-'));
  // The example speaks with the office's texts.
  execFileSync(process.execPath, [join(web, 'scripts/compile-texts.mjs'), office], { stdio: 'inherit' });
  execFileSync(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build', import.meta.dirname, '--config', join(import.meta.dirname, 'vite.config.ts'), '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], { cwd: office, stdio: 'inherit' });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const asked = join(folder, path);
    const file = extname(path) && existsSync(asked) ? asked : join(folder, 'index.html');
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
  return {
    browser,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
