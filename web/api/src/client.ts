// Calls to the API with types from its OpenAPI document. An answer is either
// what was asked for or a thrown Problem that can be shown as it is.
import { offlineCode, Problem, readProblem, type Words } from './problem.ts';
import { rememberRequest } from './requests.ts';
import { clientOver } from './send.ts';

export interface Surrounding {
  /** The reader's language, for texts the server writes (P-40). */
  language: () => string;
  /** What to say when no server answered, and when it answered nonsense. */
  offline: () => Words;
  unexpected: () => Words;
  /** Sees each problem before the page does: an ended session, a missing consent. */
  onProblem: (problem: Problem) => void;
}

/** After this long without an answer the connection counts as dead (P-51). */
const patience_ms = 20_000;

interface Settled<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export function connect(surrounding: Surrounding) {
  const client = clientOver((path, init) => {
    init.headers.set('Accept-Language', surrounding.language());
    return fetch(path, { ...init, signal: AbortSignal.timeout(patience_ms) });
  });

  async function answer<T>(call: Promise<Settled<T>>): Promise<T> {
    try {
      return await settle(call);
    } catch (thrown) {
      const problem = thrown instanceof Problem ? thrown : new Problem({ status: 0, code: offlineCode, ...surrounding.offline() });
      surrounding.onProblem(problem);
      throw problem;
    }
  }

  async function settle<T>(call: Promise<Settled<T>>): Promise<T> {
    const { data, error, response } = await call;
    const requestId = response.headers.get('x-request-id') ?? undefined;
    rememberRequest(requestId);
    if (response.ok) return data as T;
    const problem = readProblem(response.status, error, surrounding.unexpected(), requestId);
    rememberRequest(problem.requestId);
    throw problem;
  }

  return { client, answer };
}
