// Staff accounts by the beginning of a name, e-mail address or login, for the
// search box and for filters that need a person.
import type { Option } from '@meent/ui/combobox/options.ts';
import { m } from '$texts';
import { answer, asProblem, client } from './api.ts';

export async function findStaff(text: string): Promise<Option[]> {
  const { items } = await answer(client.GET('/api/staff/accounts', { params: { query: { text, limit: 10 } } }));
  return items.map(({ id, name, email }) => ({ key: id, label: name, detail: email }));
}

/** Somebody may be gone: then the id still filters, only without a name. */
export async function nameOfStaff(id: string): Promise<string> {
  try {
    return (await answer(client.GET('/api/staff/accounts/{id}', { params: { path: { id } } }))).name;
  } catch (thrown) {
    asProblem(thrown);
    return m.person_gone();
  }
}
