// A receipt or invoice. Its address leads on to a link of a few minutes: first
// asked whether there is one, since a reader who follows a link to nowhere
// would see the API's bare answer.
import { answer, client } from './api.ts';

export async function openPaper(payment: string): Promise<void> {
  const asked = client.GET('/api/wallet/papers/{payment}', { params: { path: { payment } }, redirect: 'manual', parseAs: 'stream' });
  await answer(asked.then((settled) => (settled.response.type === 'opaqueredirect' ? { data: undefined, response: new Response(null, { status: 204 }) } : settled)));
  // A download: the page stays.
  location.assign(`/api/wallet/papers/${encodeURIComponent(payment)}`);
}
