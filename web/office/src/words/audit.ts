// The audit trail in words: what was done, to which field, from what to what.
import { m } from '$texts';
import { kindName, stateName } from './account.ts';
import { paymentPath, refundPath } from './reference.ts';
import { roleName } from './roles.ts';

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
  'scanner.made': m.act_scanner_made,
  'scanner.ended': m.act_scanner_ended,
};

export const actionName = (action: string): string => actions[action]?.() ?? action;
export const actionChoices = () => Object.keys(actions).map((value) => ({ value, label: actionName(value) }));

interface Subject {
  id: string;
  kind: string;
  label: string;
}

const subjects: Readonly<Record<string, { name: (label: string) => string; path: (id: string) => string }>> = {
  payment: { name: (reference) => m.subject_payment({ reference }), path: paymentPath },
  refund: { name: (person) => m.subject_refund({ person }), path: refundPath },
};

export const subjectName = ({ kind, label }: Subject): string => subjects[kind]?.name(label) ?? label;

/** The page of what it was about, where it has one that stays. */
export const subjectPath = ({ kind, id }: Subject): string | undefined => subjects[kind]?.path(id);

const fields: Readonly<Record<string, () => string>> = {
  name: m.col_name,
  email: m.col_email,
  login: m.login_label,
  kind: m.col_kind,
  roles: m.col_roles,
  state: m.col_state,
  secondFactor: m.col_second,
  language: m.account_language,
};

export const fieldName = (field: string): string => fields[field]?.() ?? field;

const words: Readonly<Record<string, (value: string) => string>> = {
  roles: (value) => value.split(/,\s*/).map(roleName).join(', '),
  state: stateName,
  kind: kindName,
  secondFactor: (value) => (value === 'yes' ? m.yes() : m.no()),
};

export const valueWords = (field: string, value: string | null | undefined): string => (!value ? m.nothing() : (words[field]?.(value) ?? value));
