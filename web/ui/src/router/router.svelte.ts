// Where the reader is, over the browser's own history. Links are plain <a>
// elements: follow() takes the clicks that stay within the site.
import { ownPath } from './links.ts';

let path = $state(location.pathname);
let search = $state(location.search);
/** Grows at each move within the site, for the Router to move focus (P-42). */
let moves = $state(0);

function read() {
  path = location.pathname;
  search = location.search;
}

export const here = {
  get path() {
    return path;
  },
  get query() {
    return new URLSearchParams(search);
  },
  /** Path and query, to come back to. */
  get full() {
    return path + search;
  },
  get moves() {
    return moves;
  },
};

export function navigate(to: string, options: { replace?: boolean } = {}) {
  if (options.replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  const samePage = path === location.pathname;
  read();
  moves += 1;
  if (!samePage) scrollTo(0, 0);
}

/** @returns a function that stops listening. */
export function follow(): () => void {
  const clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href) return;
    const to = ownPath(event, { href: link.href, target: link.target, download: link.hasAttribute('download') }, new URL(location.href));
    if (to === undefined) return;
    event.preventDefault();
    navigate(to);
  };
  const back = () => {
    read();
    moves += 1;
  };
  addEventListener('click', clicked);
  addEventListener('popstate', back);
  return () => {
    removeEventListener('click', clicked);
    removeEventListener('popstate', back);
  };
}
