// Which pages anybody may see (P-62). All others ask who is signed in.
const open = ['/sign-in', '/sign-in/problem', '/signed-out', '/privacy', '/accessibility', '/zones'];
const known = ['/', '/consent', '/profile', '/wallet', '/top-up', '/parking'];

export function isPublic(path: string): boolean {
  if (open.includes(path)) return true;
  return !known.some((prefix) => path === prefix || (prefix !== '/' && path.startsWith(`${prefix}/`)));
}

/** Pages with the menu of somebody who has agreed: not consent, that comes before. */
export const hasMenu = (path: string): boolean => !isPublic(path) && path !== '/consent';
