// Voucher types as the API has them, and how they are saved.
import { answer, client } from '../../state/api.ts';
import { type Saved, saveOnTop } from '../../state/on-top.ts';
import { renamingFields } from '../../state/rename-fields.ts';
import { fetchZones } from '../../state/zones.ts';
import { fieldNames } from './typed.ts';
import type { Terms, Types, VoucherType } from './types.ts';

export const typesPath = '/voucher-types';
export const typePath = (id: string) => `${typesPath}/type/${encodeURIComponent(id)}`;

const fetchTypes = () => answer(client.GET('/api/staff/voucher-types'));

/** With the zones by their names, for the types' own and to choose from. */
export async function fetchAll() {
  const [types, zones] = await Promise.all([fetchTypes(), fetchZones()]);
  return { types, zones };
}

export type All = Awaited<ReturnType<typeof fetchAll>>;

export const findType = ({ types }: Types, id: string): VoucherType | undefined => types.find((type) => type.id === id);

export function saveType(types: Types, id: string, terms: Terms): Promise<Saved<Types>> {
  const save = ({ version }: Types) => answer(client.PUT('/api/staff/voucher-types/{type}', { params: { path: { type: id } }, body: { version, terms } }));
  return renamingFields(fieldNames, saveOnTop(types, { one: (all) => findType(all, id), save, read: fetchTypes }));
}
