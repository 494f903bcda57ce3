import { wordingOf } from '../../i18n/format';
import type { Args, Key } from '../../i18n/messages';
import type { Text } from '../../wire/wire.g';
import type { Speaker } from './speakers';

/** A sentence of the interface in both languages of the screen, the second below and quieter. */
export function SaidInTwo({
  speakers,
  words,
}: {
  readonly speakers: readonly Speaker[];
  readonly words: (say: (key: Key, args?: Args) => string) => string;
}) {
  return (
    <>
      {speakers.map(({ language, say }, i) => (
        <span key={language.code} class={i === 0 ? 'first' : 'second'} lang={language.code} dir={language.direction}>
          {words(say)}
        </span>
      ))}
    </>
  );
}

/** A person's text in the first language, or as it was written, and in the second where it has that. */
export function TextInTwo({ speakers, text }: { readonly speakers: readonly Speaker[]; readonly text: Text }) {
  const first = speakers.map(({ wording }) => wording(text)).find((found) => found !== undefined) ?? wordingOf(text, text.original);
  const second = speakers.map(({ wording }) => wording(text)).find((found) => found !== undefined && found.lang !== first.lang);
  return (
    <>
      {[first, ...(second ? [second] : [])].map(({ text: words, lang }, i) => (
        <span key={lang} class={i === 0 ? 'first' : 'second'} lang={lang} dir="auto">
          {words}
        </span>
      ))}
    </>
  );
}
