// The ids of the latest requests, for "report a problem" (P-60): they say
// nothing about anybody, and the help desk finds the log lines with them.
const kept = 20;
const ids: string[] = [];

export function rememberRequest(id: string | null | undefined) {
  if (!id || ids.includes(id)) return;
  ids.push(id);
  if (ids.length > kept) ids.shift();
}

/** Latest last. */
export const recentRequests = (): readonly string[] => [...ids];
