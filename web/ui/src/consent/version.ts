/**
 * The version of the consent's words (messages that begin with consent_text).
 * Whoever changes a word gives them a new version, here, in
 * shared/domain/src/consent.rs and in consent.lock.json: everybody is then
 * asked again (P-13). scripts/check-consent.mjs holds the three together.
 */
export const consentVersion = '2026-11-01';
