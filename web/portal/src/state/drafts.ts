import { Drafts } from '@meent/ui/forms/draft.ts';

export const drafts = new Drafts(sessionStorage);
/** From one visit to the next on this device, until somebody signs out. */
export const remembered = new Drafts(localStorage);
