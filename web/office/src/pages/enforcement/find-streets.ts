// Streets that fit what is typed, each with the zone it lies in.
import type { Option } from '@meent/ui/combobox/options.ts';
import { m } from '$texts';
import { fits } from '../../frame/fits.ts';
import type { Zone } from './remembered-place.ts';

const most = 12;

/** A street that lies in two zones is there twice. The key is zone and street. */
export function findStreets(zones: readonly Zone[], text: string): Option[] {
  const all = zones.flatMap((zone) => zone.streets.filter((street) => fits(street, text)).map((street) => ({ zone, street })));
  return all.slice(0, most).map(({ zone, street }) => ({ key: `${zone.id}/${street}`, label: street, detail: m.place_zone({ zone: zone.name }) }));
}
