// Waiting for what comes by itself (a letter, a file, a port): asks again until
// it is there. Pages are waited for with Playwright's own means.
const patience_ms = 30_000;
const between_ms = 50;

/** @returns what `ask` gave, once that is anything. */
export async function until(what, ask) {
  const end = Date.now() + patience_ms;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((wake) => setTimeout(wake, between_ms));
  }
}
