// An error of the API as it travels (RFC 9457, P-50), and as a page shows it.
export interface ProblemBody {
  status: number;
  code: string;
  /** Only what this side says of itself has one; the page has a title for the rest. */
  title?: string | undefined;
  detail: string;
  field?: string | undefined;
  requestId?: string | undefined;
  retryAfterSeconds?: number | undefined;
  errors?: readonly { field: string; code: string; detail: string }[] | undefined;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string | undefined;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** What is wrong, field by field; empty when it is about no field. */
  readonly fieldErrors: readonly { field: string; code: string; detail: string }[];

  constructor(body: ProblemBody) {
    super(body.detail);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.requestId = body.requestId;
    this.retryAfterSeconds = body.retryAfterSeconds;
    this.fieldErrors = body.errors ?? (body.field ? [{ field: body.field, code: body.code, detail: body.detail }] : []);
  }
}

/** Codes of problems that only this side can see: no server had a say in them. */
export const offlineCode = 'offline';
export const unexpectedCode = 'unexpected';

export interface Words {
  title: string;
  detail: string;
}

/** Reads what the server sent; what is no problem document is an unexpected one. */
export function readProblem(status: number, body: unknown, unexpected: Words, requestId: string | undefined): Problem {
  if (isProblem(body)) return new Problem({ requestId, ...body, status });
  return new Problem({ status, code: unexpectedCode, requestId, ...unexpected });
}

function isProblem(body: unknown): body is ProblemBody {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail } = body as Record<string, unknown>;
  return typeof code === 'string' && typeof detail === 'string';
}
