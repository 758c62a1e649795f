// The service worker keeps the portal's own files, so that it opens without a
// connection (P-44). In development there is none.
const worker = '/service-worker.js';

/** Where a host demands Trusted Types, a worker's address needs a policy's word. */
function trusted(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string } } };
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy('meent-worker', { createScriptURL: () => worker }).createScriptURL(address);
}

export async function keepShell() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(trusted(worker));
  } catch {
    // Without one the portal works all the same, only not offline.
  }
}
