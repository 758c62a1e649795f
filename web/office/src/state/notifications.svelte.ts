// What the bell shows. It is asked for when somebody comes to a page or opens
// the bell, never by a clock: that would keep an idle session alive (P-5).
import type { Notification, Problem } from '@meent/api';
import { answer, asProblem, client } from './api.ts';

const fresh_ms = 60_000;

class Notifications {
  items = $state.raw<Notification[]>([]);
  unread = $state(0);
  phase = $state<'new' | 'loading' | 'ready' | 'failed'>('new');
  problem = $state.raw<Problem>();
  #askedAt_ms = 0;

  /** Only asks anew when what is there is no longer fresh. */
  async look() {
    if (Date.now() - this.#askedAt_ms > fresh_ms) await this.load();
  }

  async load() {
    if (this.phase === 'loading') return;
    this.phase = 'loading';
    this.#askedAt_ms = Date.now();
    try {
      const { items, unread } = await answer(client.GET('/api/staff/notifications'));
      this.items = items;
      this.unread = unread;
      this.phase = 'ready';
    } catch (thrown) {
      this.problem = asProblem(thrown);
      this.phase = 'failed';
    }
  }

  async readAll() {
    const newest = this.items[0];
    if (!newest) return;
    try {
      await answer(client.POST('/api/staff/notifications/read', { body: { upTo: newest.id } }));
      this.items = this.items.map((item) => ({ ...item, read: true }));
      this.unread = 0;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }
}

export const notifications = new Notifications();
