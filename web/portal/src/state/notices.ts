// Notices on this device, by web push. The browser subscribes with its
// maker's service; the town keeps the address it gets for it.
import { Problem } from '@meent/api';
import { m } from '$texts';
import { answer, client } from './api.ts';
import { forgetHere, manager } from './push-here.ts';

/** @returns this device; a problem when the browser does not let it. */
export async function turnOn(applicationServerKey: string): Promise<string> {
  const { endpoint = '', keys = {} } = (await subscribed(applicationServerKey))?.toJSON() ?? {};
  if (!endpoint) throw new Problem({ status: 0, code: 'notices-refused', detail: m.notices_refused() });
  const { id } = await answer(client.POST('/api/profile/devices', { body: { endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } } }));
  return id;
}

async function subscribed(applicationServerKey: string) {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const push = await manager();
  const subscribe = () => push?.subscribe({ userVisibleOnly: true, applicationServerKey });
  try {
    // What was subscribed under another key stands in the way.
    return await subscribe()?.catch(() => forgetHere().then(subscribe));
  } catch {
    return undefined;
  }
}

/** @returns no device. */
export async function turnOff(id: string): Promise<undefined> {
  await answer(client.DELETE('/api/profile/devices/{id}', { params: { path: { id } } }));
  await forgetHere();
}
