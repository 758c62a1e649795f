// The zones as the table needs them. There are few: all come at once, and are
// filtered here.
import { format } from '@meent/ui/format/format.svelte.ts';
import { pencil } from '@meent/ui/icons.ts';
import { language } from '@meent/ui/language/language.svelte.ts';
import type { Description } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import { folded } from '../../words/folded.ts';
import type { Tone } from '../../words/tone.ts';
import { priceWords, windowsWords } from '../../words/zone.ts';
import { fetchPlans, zonePath } from './api.ts';
import type { Plans, Rules, Window, Zone } from './types.ts';
import { latestRules, type State, stateOf, timelineOf } from './timeline.ts';

export interface Row {
  zone: Zone;
  state: State;
  /** Those of today; of a zone that is not open, those that come first or came last. */
  rules: Rules | undefined;
  today: readonly Window[] | undefined;
  changes: string | undefined;
}

export const zoneName = ({ name }: Zone): string => name[language.current];

function rowOf(zone: Zone, { today, todays }: Plans): Row {
  const { now, coming } = timelineOf(zone, today);
  return {
    zone,
    state: stateOf(zone, today),
    rules: now?.rules ?? coming[0]?.rules ?? latestRules(zone),
    today: todays.find((each) => each.zone === zone.id)?.hours,
    changes: coming[0]?.rules.from,
  };
}

const day = (iso: string) => format.shortDate(iso);

export function stateWords({ zone, state }: Row): string {
  if (state === 'opens') return m.zone_opens({ day: day(zone.rules[0]?.from ?? '') });
  if (state === 'closes') return m.zone_closes({ day: day(zone.closes ?? '') });
  return state === 'open' ? m.zone_open() : m.zone_closed();
}

const tones: Readonly<Record<State, Tone>> = { open: 'good', opens: 'waiting', closes: 'waiting', closed: 'plain' };
export const stateTone = ({ state }: Row): Tone => tones[state];

export function describeZones(nameCell: Snippet<[Row]>, stateCell: Snippet<[Row]>): Description<Row> {
  return {
    name: 'zones',
    caption: m.zones_title(),
    rowKey: ({ zone }) => zone.id,
    rowName: ({ zone }) => zoneName(zone),
    paging: 'whole',
    columns: [
      { key: 'name', title: m.col_name(), text: ({ zone }) => zoneName(zone), cell: nameCell, least: 9, order: 'ascending', filter: { kind: 'text', parameter: 'text', label: m.zones_filter() } },
      { key: 'today', title: m.zone_today(), text: ({ today }) => (today ? windowsWords(today) : '–'), least: 10 },
      { key: 'own', title: m.zone_own(), text: ({ rules }) => (rules ? priceWords(rules.own.perHourCents) : '–'), least: 8 },
      { key: 'visitors', title: m.zone_visitors(), text: ({ rules }) => (rules ? priceWords(rules.visitors.perHourCents) : '–'), least: 8 },
      { key: 'changes', title: m.zone_changes(), text: ({ changes }) => (changes ? day(changes) : '–'), least: 7 },
      { key: 'state', title: m.col_state(), text: stateWords, cell: stateCell, least: 9 },
    ],
    icons: [{ key: 'edit', title: m.edit(), icon: pencil, href: ({ zone }) => zonePath(zone.id) }],
  };
}

/** @param ontold hears of each answer, for what else is made from it. */
export const loadZones =
  (ontold: (plans: Plans) => void) =>
  async ({ query: { filters } }: Ask) => {
    const plans = await fetchPlans();
    ontold(plans);
    const wanted = folded(filters['text'] ?? '');
    const found = plans.zones.filter((zone) => Object.values(zone.name).some((name) => folded(name).includes(wanted)) || zone.id.includes(wanted));
    const sorted = found.sort((one, other) => zoneName(one).localeCompare(zoneName(other), language.current));
    return { items: sorted.map((zone) => rowOf(zone, plans)), more: false };
  };
