// Answers of the API held back or refused, to see what a page does meanwhile.

/** Holds what is asked until let go. */
export async function held(page, pattern) {
  const waiting = [];
  let open = false;
  const hold = (route) => (open ? route.continue() : new Promise((go) => waiting.push(go)).then(() => route.continue()));
  await page.route(pattern, hold);
  return {
    async letGo() {
      open = true;
      for (const go of waiting) go();
      await page.unroute(pattern, hold);
    },
  };
}

/** Answers as the API does when its own store gives no answer. */
export async function failing(page, pattern, { status = 503, code = 'try-again', method, ...more } = {}) {
  const problem = { type: `/problems/${code}`, code, title: 'Even geduld', status, detail: 'Het lukt nu even niet. Probeer het over een minuut opnieuw.', requestId: 'r-503', ...more };
  const fail = (route) => (method && route.request().method() !== method ? route.fallback() : route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await page.route(pattern, fail);
  return { stop: () => page.unroute(pattern, fail) };
}
