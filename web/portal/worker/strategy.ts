// How a request is answered: by the worker in one of three ways, or not by it.
export type Strategy = 'page' | 'file' | 'town' | 'network';

export function answerFor(method: string, mode: string, url: URL, origin: string, files: readonly string[]): Strategy {
  if (method !== 'GET' || url.origin !== origin) return 'network';
  // Sign-in is a navigation to the API: only the network can answer it.
  if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/.well-known/')) return 'network';
  if (url.pathname.startsWith('/town/')) return 'town';
  if (mode === 'navigate') return 'page';
  return files.includes(url.pathname) ? 'file' : 'network';
}
