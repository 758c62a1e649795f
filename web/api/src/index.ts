export { connect, type Surrounding } from './client.ts';
export { offlineCode, Problem, unexpectedCode } from './problem.ts';
export { recentRequests } from './requests.ts';
export type * from './types.ts';
export type { paths } from './schema.d.ts';
