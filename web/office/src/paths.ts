// Which pages stand outside the frame: for who is not signed in yet.
const open = ['/sign-in', '/sign-in/code', '/sign-in/set-up', '/sign-in/problem', '/activate'];

export const isOpen = (path: string): boolean => open.includes(path);

/** Where to sign in, and come back to `from` afterwards. */
export function signInPath(step: '/sign-in' | '/sign-in/code' | '/sign-in/set-up', from: string, why?: 'ended' | 'signed-out'): string {
  const query = new URLSearchParams();
  if (from !== '/') query.set('return', from);
  if (why) query.set('why', why);
  return query.size > 0 ? `${step}?${query}` : step;
}
