// Which clicks on links are ours to follow without loading the page anew.
const served = ['/api/', '/town/'];

export interface Click {
  button: number;
  defaultPrevented: boolean;
  metaKey: boolean;
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export interface LinkTarget {
  href: string;
  target: string;
  download: boolean;
}

/** @returns the path to go to, or undefined when the browser must follow the link itself. */
export function ownPath(click: Click, link: LinkTarget, here: URL): string | undefined {
  if (click.defaultPrevented || click.button !== 0) return undefined;
  if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return undefined;
  if (link.download || (link.target !== '' && link.target !== '_self')) return undefined;
  const url = new URL(link.href, here);
  if (url.origin !== here.origin || served.some((prefix) => url.pathname.startsWith(prefix))) return undefined;
  if (url.hash !== '' && url.pathname === here.pathname && url.search === here.search) return undefined;
  return url.pathname + url.search + url.hash;
}

/**
 * A path to come back to, taken from an address anybody can write. Only a path
 * of this site is followed (no open redirect), and never one of the API.
 */
export function safeReturn(path: string | null | undefined, here: URL): string {
  if (!path?.startsWith('/') || path.startsWith('//') || path.includes('\\')) return '/';
  const url = new URL(path, here);
  // "/..//elsewhere" only shows its two slashes once it is worked out.
  if (url.origin !== here.origin || url.pathname.startsWith('//')) return '/';
  if (served.some((prefix) => url.pathname.startsWith(prefix))) return '/';
  return url.pathname + url.search;
}
