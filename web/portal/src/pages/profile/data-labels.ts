// Words for the names and values that stand in a resident's data.
import { m } from '$texts';

const names: Readonly<Record<string, () => string>> = {
  person: m.data_label_person,
  account: m.data_label_account,
  firstName: m.data_label_first_name,
  lastName: m.data_label_last_name,
  userName: m.profile_user_name,
  nationalNumber: m.profile_number,
  nationalNumberMasked: m.profile_number,
  language: m.profile_language,
  address: m.profile_address,
  street: m.data_label_street,
  number: m.data_label_number,
  box: m.data_label_box,
  postcode: m.data_label_postcode,
  town: m.data_label_town,
  source: m.data_label_source,
  contact: m.data_label_contact,
  email: m.profile_email,
  pendingEmail: m.data_label_pending_email,
  confirmed: m.data_label_confirmed,
  picture: m.profile_picture,
  consents: m.data_label_consents,
  decisions: m.data_label_consents,
  decision: m.data_label_decision,
  textVersion: m.data_label_text_version,
  at: m.data_label_at,
  sessions: m.home_sessions,
  signedInAt: m.data_label_signed_in_at,
  lastSeenAt: m.data_label_last_seen_at,
  endsAt: m.data_label_ends_at,
  expiresAt: m.data_label_ends_at,
  createdAt: m.data_label_created_at,
  provider: m.data_label_provider,
  device: m.data_label_device,
  current: m.session_current,
  mails: m.data_label_mails,
  kind: m.data_label_kind,
  state: m.data_label_state,
  ledger: m.data_label_ledger,
  balance: m.home_balance,
  balanceCents: m.home_balance,
  cents: m.data_label_amount,
  amountCents: m.data_label_amount,
  entries: m.data_label_entries,
  internalId: m.home_internal_id,
  profileId: m.home_profile_id,
  personId: m.home_profile_id,
};

const values: Readonly<Record<string, () => string>> = {
  yes: m.decision_yes,
  no: m.decision_no,
  nl: () => 'Nederlands',
  fr: () => 'Français',
  de: () => 'Deutsch',
  en: () => 'English',
  eid: () => 'eID',
  clerk: m.profile_address_clerk,
};

/** A name we have no words for yet is shown in plain letters rather than left out: everything held is shown. */
export const nameOf = (key: string): string => names[key]?.() ?? key.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

export const wordOf = (value: string): string => values[value]?.() ?? value;
