import { type ReadonlySignal, signal } from '@preact/signals';
import { IntlMessageFormat } from 'intl-messageformat';
import type en from './en.json';
import { type Language, type LanguageCode, languageOf, languages } from './languages';

/** The key of a message. Always written whole in the code, so that one that is not used any more is found. */
export type Key = keyof typeof en;

/** What a message names. */
export type Args = Readonly<Record<string, string | number | Date>>;

type Catalogue = Readonly<Record<string, string>>;

const loaders = import.meta.glob<Catalogue>('./*.json', { import: 'default' });
const stored = 'language';

const active = signal<{ language: Language; catalogue: Catalogue }>({ language: languages[3]!, catalogue: {} });
const formats = new Map<string, IntlMessageFormat>();

/** The language of the interface. Who reads it is drawn anew when it changes. */
export function language(): Language {
  return active.value.language;
}

/** The words of a message in the reader's language. Who reads them is drawn anew when the language changes. */
export function t(key: Key, args?: Args): string {
  return words(key, args) ?? key;
}

/** Whether the catalogues have this key: codes of refusals come from the server. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(active.value.catalogue, key);
}

/** Speaks this language from now on; remembered on the device. Resolves when its words are here; in vain if they can't be had. */
export async function setLanguage(code: LanguageCode): Promise<void> {
  const loader = loaders[`./${code}.json`];
  const next = languageOf(code);
  if (!loader || !next) return;
  const catalogue = await loader();
  speak(code, catalogue);
  document.documentElement.lang = code;
  document.documentElement.dir = next.direction;
  try {
    localStorage.setItem(stored, code);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The language chosen earlier on this device, else the first of the browser's that the interface speaks, else English. */
export function preferredLanguage(): LanguageCode {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(stored);
  } catch {
    // Nothing was chosen, then.
  }
  const tags = [...(chosen ? [chosen] : []), ...navigator.languages];
  return tags.map(languageOf).find((found) => found !== undefined)?.code ?? 'en';
}

/** Speaks with these words, now: what {@link setLanguage} does once it has them, and tests at once. */
export function speak(code: LanguageCode, catalogue: Catalogue): void {
  active.value = { language: languageOf(code)!, catalogue };
}

/** A message in another language than the reader's, once its words are here: the projector shows two. */
export function messagesIn(code: LanguageCode): ReadonlySignal<((key: Key, args?: Args) => string) | undefined> {
  const found = signal<((key: Key, args?: Args) => string) | undefined>(undefined);
  void loaders[`./${code}.json`]?.().then((catalogue) => {
    const { locale } = languageOf(code)!;
    found.value = (key, args) => format(locale, catalogue, key, args) ?? key;
  });
  return found;
}

/** A message as a text of several languages has it: in those of the tags that the interface speaks, else in the reader's. */
export async function wordsIn(tags: readonly string[], key: Key): Promise<Readonly<Record<string, string>>> {
  const spoken = tags.flatMap((tag) => {
    const loader = loaders[`./${languageOf(tag)?.code}.json`];
    return loader ? [loader().then((catalogue) => [tag, catalogue[key] ?? t(key)] as const)] : [];
  });
  return spoken.length === 0 ? { [language().code]: t(key) } : Object.fromEntries(await Promise.all(spoken));
}

function words(key: Key, args?: Args): string | undefined {
  const { language, catalogue } = active.value;
  return format(language.locale, catalogue, key, args);
}

function format(locale: string, catalogue: Catalogue, key: string, args?: Args): string | undefined {
  const message = catalogue[key];
  if (message === undefined) return undefined;
  if (!message.includes('{') && !message.includes("'")) return message;
  const name = `${locale} ${key}`;
  let compiled = formats.get(name);
  if (!compiled) {
    compiled = new IntlMessageFormat(message, locale);
    formats.set(name, compiled);
  }
  return compiled.format(args) as string;
}
