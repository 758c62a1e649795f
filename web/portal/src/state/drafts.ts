import { Drafts } from '@meent/ui/forms/draft.ts';

export const drafts = new Drafts(sessionStorage);
