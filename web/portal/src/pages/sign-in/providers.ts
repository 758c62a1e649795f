// The ways to sign in that this portal has words for. Which of them a town
// offers stands in its town.json.
import { card, phone, person } from '@meent/ui/icons.ts';
import { m } from '$texts';

export interface Provider {
  id: string;
  icon: string;
  signIn: () => string;
  moreAbout: () => string;
  what: () => string;
  need: () => string;
}

const providers: readonly Provider[] = [
  { id: 'itsme', icon: phone, signIn: m.sign_in_itsme, moreAbout: m.sign_in_itsme_more, what: m.sign_in_itsme_what, need: m.sign_in_itsme_need },
  { id: 'eid', icon: card, signIn: m.sign_in_eid, moreAbout: m.sign_in_eid_more, what: m.sign_in_eid_what, need: m.sign_in_eid_need },
  { id: 'acm', icon: person, signIn: m.sign_in_acm, moreAbout: m.sign_in_acm_more, what: m.sign_in_acm_what, need: m.sign_in_acm_need },
];

/** In the town's order. */
export const offered = (ids: readonly string[]): Provider[] => ids.flatMap((id) => providers.filter((provider) => provider.id === id));

/** Leaves the portal: the API sends the browser on to the provider. */
export function signInAddress(id: string, language: string, back: string): string {
  return `/api/sign-in/${id}?${new URLSearchParams({ language, return: back })}`;
}
