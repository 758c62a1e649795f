// P-40: the browser's language first, then the reader's own choice. Texts are
// read through `current`, so a page changes language where it stands, without
// a reload and without losing what was typed.
import { locales, overwriteGetLocale } from '$texts/runtime';
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

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

class Language {
  current = $state<Locale>(firstKnown(locales, [remembered(), ...navigator.languages]));
  /** Chosen by hand in this tab: wins over what the server remembers. */
  chosen = $state(false);

  choose(locale: Locale) {
    this.chosen = true;
    this.follow(locale);
  }

  /** Takes over what the account says, unless the reader just chose here. */
  follow(locale: Locale) {
    this.current = locale;
    try {
      localStorage.setItem(key, locale);
    } catch {
      // Without a store the choice holds for this visit.
    }
  }
}

export const language = new Language();
overwriteGetLocale(() => language.current);
