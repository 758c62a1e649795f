// Calls as the API's description has them: a path with its parameters, a query,
// a body. Only the types come from openapi-fetch; its own code knows many ways
// of writing these that our API hasn't, and would travel to every phone.
import type { Client } from 'openapi-fetch';
import type { paths } from './schema.d.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type ApiClient = Pick<Client<paths>, (typeof methods)[number]>;

type Values = Readonly<Record<string, unknown>>;

export interface Asked extends Omit<RequestInit, 'body' | 'headers'> {
  params?: { path?: Values; query?: Values; header?: Values };
  /** A file goes as it is, anything else as JSON. */
  body?: unknown;
  parseAs?: 'json' | 'blob' | 'stream';
}

export interface Settled {
  data?: unknown;
  error?: unknown;
  response: Response;
}

const isThere = ([, value]: [string, unknown]) => value !== undefined && value !== null;
const text = ([name, value]: [string, unknown]): [string, string] => [name, String(value)];

export function addressOf(path: string, { path: places = {}, query = {} }: NonNullable<Asked['params']> = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(places[name])));
  const asked = new URLSearchParams(Object.entries(query).filter(isThere).map(text));
  return filled + (asked.size > 0 ? `?${asked}` : '');
}

/** @param ask takes the place of fetch, with headers of its own. */
export function clientOver(ask: (path: string, init: RequestInit & { headers: Headers }) => Promise<Response>): ApiClient {
  const send = async (method: string, path: string, { params, body, parseAs = 'json', ...init }: Asked = {}): Promise<Settled> => {
    const headers = new Headers(Object.entries(params?.header ?? {}).filter(isThere).map(text));
    const file = body instanceof Blob;
    if (body !== undefined) headers.set('Content-Type', file ? body.type : 'application/json');
    const response = await ask(addressOf(path, params), { ...init, method, headers, ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }) });
    if (!response.ok) return { error: readJson(await response.text()), response };
    if (parseAs === 'json') return { data: readJson(await response.text()), response };
    return { data: parseAs === 'blob' ? await response.blob() : response.body, response };
  };
  return Object.fromEntries(methods.map((method) => [method, (path: string, asked?: Asked) => send(method, path, asked)])) as unknown as ApiClient;
}

/** What is no JSON is nothing we know. */
function readJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
