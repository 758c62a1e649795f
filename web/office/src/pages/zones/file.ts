// A file of zones, as the export has it.
import type { Zone } from './types.ts';

/** As the API takes them. */
export const largestFile_bytes = 1024 * 1024;

/** The zones in it, or nothing when it is another kind of file. */
export function readZones(text: string): Zone[] | undefined {
  try {
    const file: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const zones = typeof file === 'object' && file !== null && 'zones' in file ? file.zones : file;
    const are = Array.isArray(zones) && zones.length > 0 && zones.every((zone: unknown) => typeof zone === 'object' && zone !== null && 'id' in zone && 'rules' in zone);
    return are ? (zones as Zone[]) : undefined;
  } catch {
    return undefined;
  }
}

/** zones[2].rules[0].own, said with the zone’s code: strand, rules[0].own. */
export function whereIn(zones: readonly Zone[], field: string): string {
  const [, index, rest] = /^zones\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
  const zone = index === undefined ? undefined : zones[Number(index)];
  return zone ? [String(zone.id), rest].filter(Boolean).join(', ') : field;
}
