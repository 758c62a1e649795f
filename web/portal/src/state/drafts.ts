import { Drafts } from '@meent/ui/forms/draft.ts';
import { resident } from './resident.svelte.ts';

// Bound to the person: a tab may see two people, one after the other.
export const drafts = new Drafts(sessionStorage, () => resident.home?.profileId ?? '');
