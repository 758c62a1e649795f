// This browser's own part in notices.

/** On an iPhone only once the portal stands on its home screen. */
export const possible = 'PushManager' in window;

const patience_ms = 8000;

/** On a first visit the worker may still be on its way. */
export const manager = async () => {
  const late = new Promise<undefined>((done) => setTimeout(done, patience_ms));
  return (await Promise.race([navigator.serviceWorker.ready, late]))?.pushManager;
};

/** Nothing comes to this browser any more, whatever the town still has of it. */
export async function forgetHere() {
  const registration = possible && (await navigator.serviceWorker.getRegistration());
  if (registration) await (await registration.pushManager.getSubscription())?.unsubscribe();
}
