// Fetches groups of texts. A group is what the pages of one folder say beyond
// what is around every page ("core").
import { addTexts, type Table } from './texts.svelte.ts';

type Loader = () => Promise<{ default: Table }>;
export type Groups = Readonly<Record<string, Readonly<Record<string, Loader>>>>;

export class Texts {
  private readonly groups: Groups;
  private readonly wanted = new Set<string>(['core']);

  constructor(groups: Groups) {
    this.groups = groups;
  }

  /** The texts of one more group, in the language of this moment. */
  async add(group: string, locale: string): Promise<void> {
    this.wanted.add(group);
    addTexts(await this.fetch(group, locale));
  }

  /** Everything wanted so far in another language, all at once, unless meanwhile another is wanted. */
  async turnTo(locale: string, stillWanted: () => boolean): Promise<void> {
    const tables = await Promise.all([...this.wanted].map((group) => this.fetch(group, locale)));
    if (stillWanted()) addTexts(Object.assign({}, ...tables) as Table);
  }

  private async fetch(group: string, locale: string): Promise<Table> {
    // Who says little says it in the core.
    const loader = this.groups[group]?.[locale];
    return loader ? (await loader()).default : {};
  }
}
