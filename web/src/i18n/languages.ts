/** A language of the interface. */
export interface Language {
  /** BCP 47. */
  readonly code: LanguageCode;
  /** What its speakers call it. */
  readonly name: string;
  /** Two capital letters, for places too narrow for a name. */
  readonly short: string;
  readonly direction: 'ltr' | 'rtl';
  /** How numbers and dates are written. */
  readonly locale: string;
}

export type LanguageCode = 'en' | 'ru' | 'kk' | 'fr' | 'es' | 'ar';

/** All languages of the interface, in the order in which people choose. */
export const languages: readonly Language[] = [
  { code: 'ru', name: 'Русский', short: 'RU', direction: 'ltr', locale: 'ru' },
  { code: 'kk', name: 'Қазақша', short: 'KK', direction: 'ltr', locale: 'kk' },
  { code: 'fr', name: 'Français', short: 'FR', direction: 'ltr', locale: 'fr' },
  { code: 'en', name: 'English', short: 'EN', direction: 'ltr', locale: 'en-GB' },
  { code: 'es', name: 'Español', short: 'ES', direction: 'ltr', locale: 'es' },
  // Western digits: codes and tables must read the same on every screen of the room.
  { code: 'ar', name: 'العربية', short: 'AR', direction: 'rtl', locale: 'ar-u-nu-latn' },
];

/** The language with this tag or of its family (`ru-KZ`); undefined if the interface does not speak it. */
export function languageOf(tag: string): Language | undefined {
  const family = tag.toLowerCase().split('-')[0];
  return languages.find(({ code }) => code === family);
}

/** What a language is called in itself; the tag where that is unknown. */
export function ownName(tag: string): string {
  const known = languageOf(tag);
  if (known) return known.name;
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The direction of a language, whether the interface speaks it or not. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|ckb|ug|dv|yi)\b/.test(tag) ? 'rtl' : 'ltr';
}
