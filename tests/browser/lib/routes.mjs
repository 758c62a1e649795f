// Answers of the API held back or refused, to see what a page does meanwhile.

/** Holds what is asked until let go. */
export async function held(page, pattern) {
  let letGo;
  const open = new Promise((go) => (letGo = go));
  await page.route(pattern, async (route) => {
    await open;
    // A page that is gone by now waits for nothing.
    await route.continue().catch(() => {});
  });
  return { letGo };
}

/** Answers as the API does when its own store gives no answer. */
export async function failing(page, pattern, { status = 503, code = 'try-again', method, ...more } = {}) {
  const problem = { type: `/problems/${code}`, code, title: 'Even geduld', status, detail: 'Het lukt nu even niet. Probeer het over een minuut opnieuw.', requestId: 'r-503', ...more };
  const fail = (route) => (method && route.request().method() !== method ? route.fallback() : route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await page.route(pattern, fail);
  return { stop: () => page.unroute(pattern, fail) };
}
