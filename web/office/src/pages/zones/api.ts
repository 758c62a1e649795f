// Zones as the API has them, and how they are saved.
import { answer, asProblem, client } from '../../state/api.ts';
import type { Plans, Rules, Zone } from './types.ts';

export const zonePath = (id: string) => `/zones/zone/${encodeURIComponent(id)}`;
export const rulesPath = (id: string, from?: string) => `${zonePath(id)}/rules${from ? `?from=${from}` : ''}`;

export const fetchPlans = () => answer(client.GET('/api/staff/zones'));

export const findZone = (plans: Plans, id: string): Zone | undefined => plans.zones.find((zone) => zone.id === id);

/** What was saved; or what is there now, when somebody else changed the same zone meanwhile. */
export type Saved = { saved: Plans } | { meanwhile: Plans };

const same = (one: Zone | undefined, other: Zone | undefined) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Saves a zone as `make` has it of the one that is there. All zones have one
 * version: when another zone was changed meanwhile, ours is saved on top of that.
 */
export async function saveZone(plans: Plans, id: string, make: (before: Zone | undefined) => Zone, again = false): Promise<Saved> {
  const before = findZone(plans, id);
  const { name, rules, closes } = make(before);
  try {
    const { version, zone } = await answer(client.PUT('/api/staff/zones/{zone}', { params: { path: { zone: id } }, body: { version: plans.version, name, rules, ...(closes ? { closes } : {}) } }));
    const others = plans.zones.filter((each) => each.id !== id);
    return { saved: { ...plans, version, zones: [...others, zone] } };
  } catch (thrown) {
    if (asProblem(thrown).code !== 'changed-meanwhile' || again) throw thrown;
    const latest = await fetchPlans();
    if (!same(before, findZone(latest, id))) return { meanwhile: latest };
    return saveZone(latest, id, make, true);
  }
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
