// The service worker keeps the portal's own files, so that it opens without a
// connection (P-44). In development there is none.
export function keepShell() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/service-worker.js').catch(() => {
    // Without one the portal works all the same, only not offline.
  });
}
