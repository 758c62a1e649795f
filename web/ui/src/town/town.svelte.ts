// What a town says about itself, read from its own folder when the page opens,
// so that it changes without a build (P-43).
import { language, type Locale } from '../language/language.svelte.ts';

export type InEach = Readonly<Record<Locale, string>>;

export interface Town {
  practice: boolean;
  name: InEach;
  title: InEach;
  welcome: { title: InEach; intro: InEach };
  signIn: readonly string[];
  contact: { address: string; phone: string; email: string; website: string; hours: InEach };
  helpDesk: { email: string; phone: string };
  dataProtection: { officer: InEach; email: string };
  accessibility: { email: string; checkedOn: string };
}

let current = $state.raw<Town>();

export const town = {
  /** Only read after loadTown has been awaited. */
  get current(): Town {
    if (!current) throw new Error('the town is not loaded yet');
    return current;
  },
  say: (text: InEach): string => text[language.current],
};

/** What must be there before a page is drawn: the town, and the words to say. */
export async function loadTown(): Promise<void> {
  const [read] = await Promise.allSettled([readTown(), language.ready()]);
  if (read.status === 'rejected') throw read.reason;
}

async function readTown(): Promise<void> {
  const answer = await fetch('/town/town.json');
  if (!answer.ok) throw new Error(`town.json: ${answer.status}`);
  current = (await answer.json()) as Town;
}
