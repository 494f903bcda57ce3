import { wordingOf } from '../i18n/format';
import { ownName } from '../i18n/languages';
import { language } from '../i18n/messages';
import type { Text } from '../wire/wire.g';
import { LanguageTag } from './status';
import './words.css';

/** The language of words that nobody has said the language of, as BCP 47 writes it. */
export const unknownLanguage = 'und';

/** A text in the reader's language, or as it was written; lines as written, in the text's own direction. */
export function Words({ of }: { readonly of: Text }) {
  const { text, lang } = wordingOf(of);
  return (
    <span class="words" lang={lang === unknownLanguage ? undefined : lang} dir="auto">
      {text}
    </span>
  );
}

/** Says in which language a text is shown, where that is not the reader's. */
export function LanguageOf({ text }: { readonly text: Text }) {
  const { lang } = wordingOf(text);
  if (lang === unknownLanguage || lang === language().code) return null;
  return <LanguageTag tag={lang} name={ownName(lang)} />;
}
