// A receipt, an invoice or a credit note. Its address leads on to a link of a
// few minutes: first asked whether there is one, since a reader who follows a
// link to nowhere would see the API's bare answer.
import { answer, client } from './api.ts';

/** A payment has one receipt or invoice; its credit notes have numbers. */
export type PaperOf = { payment: string } | { number: string };
export type Form = 'pdf' | 'ubl';

export async function openPaper(of: PaperOf, form: Form): Promise<void> {
  const how = { redirect: 'manual', parseAs: 'stream' } as const;
  const query = { form };
  const asked = 'payment' in of ? client.GET('/api/wallet/papers/{payment}', { params: { path: of, query }, ...how }) : client.GET('/api/wallet/credit-notes/{number}', { params: { path: of, query }, ...how });
  await answer(asked.then((settled) => (settled.response.type === 'opaqueredirect' ? { data: undefined, response: new Response(null, { status: 204 }) } : settled)));
  // A download: the page stays.
  location.assign(`/api/wallet/${'payment' in of ? `papers/${encodeURIComponent(of.payment)}` : `credit-notes/${encodeURIComponent(of.number)}`}?form=${form}`);
}
