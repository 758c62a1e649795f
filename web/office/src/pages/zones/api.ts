// Zones as the API has them, and how they are saved.
import { answer, client } from '../../state/api.ts';
import { type Saved, saveOnTop } from '../../state/on-top.ts';
import type { Plans, Rules, Zone } from './types.ts';

export const zonePath = (id: string) => `/zones/zone/${encodeURIComponent(id)}`;
export const rulesPath = (id: string, from?: string) => `${zonePath(id)}/rules${from ? `?from=${from}` : ''}`;

export const fetchPlans = () => answer(client.GET('/api/staff/zones'));

export const findZone = (plans: Plans, id: string): Zone | undefined => plans.zones.find((zone) => zone.id === id);

/** Saves a zone as `make` has it of the one that is there. */
export function saveZone(plans: Plans, id: string, make: (before: Zone | undefined) => Zone): Promise<Saved<Plans>> {
  const save = async (held: Plans): Promise<Plans> => {
    const { name, rules, closes } = make(findZone(held, id));
    const { version, zone } = await answer(client.PUT('/api/staff/zones/{zone}', { params: { path: { zone: id } }, body: { version: held.version, name, rules, ...(closes ? { closes } : {}) } }));
    const others = held.zones.filter((each) => each.id !== id);
    return { ...held, version, zones: [...others, zone] };
  };
  return saveOnTop(plans, { one: (all) => findZone(all, id), save, read: fetchPlans });
}

export const importZones = (version: number, zones: Zone[], dryRun: boolean) => answer(client.PUT('/api/staff/zones', { body: { version, zones, dryRun } }));

export interface Asked {
  for: 'own' | 'visitor';
  from: Date;
  until: Date;
}

/** By rules that are only thought of, or by those that a zone has then. */
export const preview = ({ from, until, ...asked }: Asked, by: { zone: string } | { rules: Rules }) =>
  answer(client.POST('/api/staff/zone-previews', { body: { ...asked, ...by, from: from.toISOString(), until: until.toISOString() } }));
