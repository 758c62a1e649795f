// Debian's Chromium, as plain as can be.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './town.mjs';

const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Where infra/tools finds it, or puts it. */
export const chromiumHere = () => execFileSync(join(root, 'infra/tools/chromium.sh'), { encoding: 'utf8' }).trim();

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? chromiumHere(), args });

/**
 * One with the profile of a folder, where other programs find it by its port as well.
 * @returns the only context: who signs in there is signed in for all of them.
 */
export const launchFor = (folder, port, options = {}) => chromium.launchPersistentContext(folder, { executablePath: process.env.CHROMIUM ?? chromiumHere(), args: [...args, `--remote-debugging-port=${port}`], ...options });
