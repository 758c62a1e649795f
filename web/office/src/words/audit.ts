// The audit trail in words: what was done, to which field, from what to what.
import { format } from '@meent/ui/format/format.svelte.ts';
import { languageNames } from '@meent/ui/language/language.svelte.ts';
import { m } from '$texts';
import type { Right } from '../state/staff.svelte.ts';
import { kindName, stateName } from './account.ts';
import { methodName } from './payment.ts';
import { paymentPath, refundPath } from './reference.ts';
import { roleName } from './roles.ts';
import { endOfYear } from './voucher.ts';
import { holidayName, priceWords, trailHours } from './zone.ts';

const actions: Readonly<Record<string, () => string>> = {
  'staff-account.invited': m.act_invited,
  'staff-account.invited-again': m.act_invited_again,
  'staff-account.activated': m.act_activated,
  'staff-account.changed': m.act_changed,
  'staff-account.blocked': m.act_blocked,
  'staff-account.unblocked': m.act_unblocked,
  'staff-account.removed': m.act_removed,
  'staff-account.password-changed': m.act_password,
  'staff-account.second-factor-set': m.act_second_set,
  'staff-account.second-factor-removed': m.act_second_removed,
  'payment.credited': m.act_payment_credited,
  'payment.closed': m.act_payment_closed,
  'refund.approved': m.act_refund_approved,
  'refund.refused': m.act_refund_refused,
  'refund.tried-again': m.act_refund_again,
  'refund.paid-by-hand': m.act_refund_by_hand,
  'zone.added': m.act_zone_added,
  'zone.changed': m.act_zone_changed,
  'zone.closed': m.act_zone_closed,
  'voucher-type.added': m.act_voucher_type_added,
  'voucher-type.changed': m.act_voucher_type_changed,
  'scanner.made': m.act_scanner_made,
  'scanner.ended': m.act_scanner_ended,
  'desk.visit': m.act_desk_visit,
  'desk.resident-made': m.act_desk_resident_made,
  'desk.parking-booked': m.act_desk_booked,
  'desk.parking-extended': m.act_desk_extended,
  'desk.parking-ended': m.act_desk_ended,
  'desk.plate-corrected': m.act_desk_corrected,
  'desk.topped-up': m.act_desk_topped_up,
  'desk.refund-asked': m.act_desk_refund_asked,
};

export const actionName = (action: string): string => actions[action]?.() ?? action;
export const actionChoices = () => Object.keys(actions).map((value) => ({ value, label: actionName(value) }));

interface Subject {
  id: string;
  kind: string;
  label: string;
}

interface Page {
  path: string;
  /** Who may see it. */
  right: Right;
}

const subjects: Readonly<Record<string, { name: (label: string) => string; page?: (id: string) => Page }>> = {
  payment: { name: (reference) => m.subject_payment({ reference }), page: (id) => ({ path: paymentPath(id), right: 'finance.manage' }) },
  refund: { name: (person) => m.subject_refund({ person }), page: (id) => ({ path: refundPath(id), right: 'finance.manage' }) },
  resident: { name: (person) => m.subject_resident({ person }) },
  zone: { name: (name) => m.subject_zone({ name }), page: (id) => ({ path: `/zones/${id}`, right: 'parking.manage' }) },
  'voucher-type': { name: (name) => m.subject_voucher_type({ name }), page: (id) => ({ path: `/voucher-types/${id.replace('voucher-', '')}`, right: 'parking.manage' }) },
};

export const subjectName = ({ kind, label }: Subject): string => subjects[kind]?.name(label) ?? label;

/** The page of what it was about, where it has one that stays. */
export const subjectPage = ({ kind, id }: Subject): Page | undefined => subjects[kind]?.page?.(id);

const fields: Readonly<Record<string, () => string>> = {
  name: m.col_name,
  email: m.col_email,
  login: m.login_label,
  kind: m.col_kind,
  roles: m.col_roles,
  state: m.col_state,
  secondFactor: m.col_second,
  language: m.account_language,
  'name.nl': () => m.name_in({ language: languageNames.nl }),
  'name.fr': () => m.name_in({ language: languageNames.fr }),
  'name.de': () => m.name_in({ language: languageNames.de }),
  'name.en': () => m.name_in({ language: languageNames.en }),
  closes: m.field_closes,
  hours: m.hours_title,
  holidays: m.holidays_title,
  own: m.price_own,
  ownStep: m.step_own,
  visitors: m.price_visitors,
  visitorsStep: m.step_visitors,
  longestStay: m.longest_title,
  streetsAdded: m.field_streets_added,
  streetsGone: m.field_streets_gone,
  session: m.field_session,
  payment: m.field_payment,
  amount: m.field_amount,
  means: m.field_means,
  consentText: m.field_consent_text,
  'voucher-type hours': m.voucher_type_hours,
  priceCents: m.voucher_type_price,
  multiple: m.voucher_type_multiple,
  most: m.voucher_type_most,
  zone: m.zone_one,
  'validity.months': m.field_valid_months,
  'validity.endOfYear': m.field_valid_years,
  sold: m.voucher_type_sold,
};

/** A field may mean something else of another kind of subject. */
const ofKind = <T>(known: Readonly<Record<string, T>>, kind: string | undefined, name: string): T | undefined => known[`${kind} ${name}`] ?? known[name];

/** own@2027-01-01 differs from that day on. */
export function fieldName(field: string, kind?: string): string {
  const [name = field, day] = field.split('@');
  const words = ofKind(fields, kind, name)?.() ?? name;
  return day ? m.field_from_day({ field: words, day: format.shortDate(day) }) : words;
}

const words: Readonly<Record<string, (value: string) => string>> = {
  roles: (value) => value.split(/,\s*/).map(roleName).join(', '),
  state: stateName,
  kind: kindName,
  secondFactor: (value) => (value === 'yes' ? m.yes() : m.no()),
  closes: (value) => format.shortDate(value),
  hours: trailHours,
  holidays: holidayName,
  own: (value) => priceWords(Number(value)),
  ownStep: (value) => format.money(Number(value)),
  visitors: (value) => priceWords(Number(value)),
  visitorsStep: (value) => format.money(Number(value)),
  longestStay: (value) => format.duration(Number(value)),
  means: methodName,
  'voucher-type hours': (value) => value,
  priceCents: (value) => format.money(Number(value)),
  'validity.endOfYear': (value) => endOfYear(Number(value)),
  sold: (value) => (value === 'true' ? m.yes() : m.no()),
};

/** Which there was nothing of before: what the desk did. */
const onlyNow = ['session', 'payment', 'amount', 'means', 'consentText'];

interface Change {
  field: string;
  from?: string | null;
  to?: string | null;
}

/** What came or went; or from what to what. */
export function changeWords({ field, from, to }: Change, kind?: string): string {
  const [name = field] = field.split('@');
  const said = (value: string | null | undefined) => (value ? (ofKind(words, kind, name)?.(value) ?? value) : m.nothing());
  return name.startsWith('streets') || onlyNow.includes(name) ? said(to) : `${said(from)} → ${said(to)}`;
}
