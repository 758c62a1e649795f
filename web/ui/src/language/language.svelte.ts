// P-40: the browser's language first, then the reader's own choice. Texts are
// read anew when it changes, so a page changes language where it stands,
// without a reload and without losing what was typed.
import { texts } from '$texts';
import { locales } from '$texts/runtime';
import { firstKnown } from './choose.ts';

export type Locale = (typeof locales)[number];

/** Each language by its own name. */
export const languageNames: Readonly<Record<Locale, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};

const key = 'meent.language';
/** Lives as long as the tab: signing in leaves the page and comes back to it. */
const chosenKey = 'meent.language-chosen';

function read(store: () => Storage, name: string): string | null {
  try {
    return store().getItem(name);
  } catch {
    return null;
  }
}

function keep(store: () => Storage, name: string, value: string) {
  try {
    store().setItem(name, value);
  } catch {
    // Without a store the choice holds for this visit.
  }
}

class Language {
  current = $state<Locale>(firstKnown(locales, [read(() => localStorage, key), ...navigator.languages]));
  /** Chosen by hand in this tab: wins over what the server remembers. */
  chosen = $state(read(() => sessionStorage, chosenKey) !== null);
  private latest: Locale = this.current;

  /** Before the first page is drawn. */
  ready(): Promise<void> {
    return texts.turnTo(this.current, () => true);
  }

  /** @returns whether the page speaks it now; without a connection it may not. */
  choose(locale: Locale): Promise<boolean> {
    this.chosen = true;
    keep(() => sessionStorage, chosenKey, 'yes');
    return this.follow(locale);
  }

  /** Takes over what the account says. */
  async follow(locale: Locale): Promise<boolean> {
    keep(() => localStorage, key, locale);
    this.latest = locale;
    if (locale === this.current) return true;
    try {
      await texts.turnTo(locale, () => {
        // Of two quick changes only the last one shows.
        if (this.latest === locale) this.current = locale;
        return this.latest === locale;
      });
      return true;
    } catch {
      return false;
    }
  }
}

export const language = new Language();
