// Words for the names and values that stand in a resident's data.
import { languageNames } from '@meent/ui/language/language.svelte.ts';
import { m } from '$texts';

const names: Readonly<Record<string, () => string>> = {
  nationalNumber: m.profile_number,
  nationalNumberMasked: m.profile_number,
  createdAt: m.data_label_created_at,
  profile: m.tab_profile,
  firstName: m.data_label_first_name,
  lastName: m.data_label_last_name,
  userName: m.profile_user_name,
  language: m.profile_language,
  internalId: m.home_internal_id,
  profileId: m.home_profile_id,
  address: m.profile_address,
  street: m.data_label_street,
  number: m.data_label_number,
  box: m.data_label_box,
  postcode: m.data_label_postcode,
  town: m.data_label_town,
  source: m.data_label_source,
  email: m.profile_email,
  confirmed: m.data_label_confirmed,
  pendingEmail: m.data_label_pending_email,
  expiresAt: m.data_label_ends_at,
  endsAt: m.data_label_ends_at,
  picture: m.profile_picture,
  url: m.data_label_file,
  consent: m.profile_consent,
  decidedAt: m.data_label_decided_at,
  decisions: m.data_label_consents,
  decision: m.data_label_decision,
  textVersion: m.data_label_text_version,
  at: m.data_label_at,
  sessions: m.home_sessions,
  signedInAt: m.data_label_signed_in_at,
  lastSeenAt: m.data_label_last_seen_at,
  provider: m.data_label_provider,
  device: m.data_label_device,
  mails: m.data_label_mails,
  kind: m.data_label_kind,
  state: m.data_label_state,
  wallet: m.data_label_wallet,
  balanceCents: m.home_balance,
};

const values: Readonly<Record<string, () => string>> = {
  yes: m.decision_yes,
  no: m.decision_no,
  ...languageNamed(),
  eid: () => 'eID',
  provider: m.profile_address_provider,
  clerk: m.profile_address_clerk,
  'email-confirmation': m.data_value_email_confirmation,
  waiting: m.data_value_waiting,
  delivered: m.data_value_delivered,
  undelivered: m.data_value_undelivered,
};

function languageNamed() {
  return Object.fromEntries(Object.entries(languageNames).map(([locale, name]) => [locale, () => name]));
}

/** A name we have no words for yet is shown in plain letters rather than left out: everything held is shown. */
export const nameOf = (key: string): string => names[key]?.() ?? key.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

export const wordOf = (value: string): string => values[value]?.() ?? value;
