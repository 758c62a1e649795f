import { loadHome } from './load-home.ts';
import { resident } from './resident.svelte.ts';

/** Whose drafts and intentions these are. */
export const loadOwner = async (): Promise<string> => (resident.home ?? (await loadHome())).profileId;
