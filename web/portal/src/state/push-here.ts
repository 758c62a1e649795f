// This browser's own part in notices.

/** On an iPhone only once the portal stands on its home screen. */
export const possible = 'PushManager' in window;

export const manager = async () => (await navigator.serviceWorker.getRegistration())?.pushManager;

/** Nothing comes to this browser any more, whatever the town still has of it. */
export async function forgetHere() {
  if (possible) await (await (await manager())?.getSubscription())?.unsubscribe();
}
