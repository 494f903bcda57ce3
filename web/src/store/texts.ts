import type { NewText, Text } from '../wire/wire.g';

/** A text as it will be once the command that brings it has arrived. */
export function foreseenText({ original, words }: NewText, version = 1): Text {
  const versions = Object.entries(words).map(
    ([tag, text]) => [tag, { text, kind: tag === original ? 'original' : 'draft', ofVersion: version }] as const,
  );
  return { original, version, versions: Object.fromEntries(versions) };
}

/** What a form sends: the words of the languages that have some, the original in `main` or else in the first of them. */
export function newText(words: Readonly<Record<string, string>>, main: string): NewText | undefined {
  const filled = Object.entries(words).filter(([, text]) => text.trim() !== '');
  const first = filled[0]?.[0];
  if (first === undefined) return undefined;
  return { original: filled.some(([tag]) => tag === main) ? main : first, words: Object.fromEntries(filled) };
}

/** The words of a text by language, as a form edits them. */
export function wordsOf(text: Text): Record<string, string> {
  return Object.fromEntries(Object.entries(text.versions).map(([tag, wording]) => [tag, wording.text]));
}
