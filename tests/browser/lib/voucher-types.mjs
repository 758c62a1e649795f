// Voucher types of a test's own: those of the town are sold by other tests.
import { asOften, superadmin } from './colleagues.mjs';
import { code } from './zones.mjs';

const list = () => superadmin().ask('GET', '/api/staff/voucher-types');

/** What one is sold as now; nothing when there is none. */
export const termsOf = async (id) => (await list()).types.find((type) => type.id === id)?.terms;

export const save = (id, make) =>
  asOften(async () => {
    const { version, types } = await list();
    return superadmin().ask('PUT', `/api/staff/voucher-types/${id}`, { version, terms: make(types.find((type) => type.id === id)?.terms) });
  });

export async function newType({ name = 'Proeftype', ...more } = {}) {
  const id = code();
  const terms = { name: { nl: name, fr: name, de: name, en: name }, hours: 8, priceCents: 150, multiple: 5, most: 50, zone: 'centrum', validity: { months: 12 }, sold: true };
  await save(id, () => ({ ...terms, ...more }));
  return { id, name };
}
