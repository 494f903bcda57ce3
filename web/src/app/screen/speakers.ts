import { useMemo } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { type Language, languageOf } from '../../i18n/languages';
import { type Args, type Key, language, messagesIn } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import type { Text, WorkshopRecord } from '../../wire/wire.g';

/** One of the languages in which the screen speaks to the room. */
export interface Speaker {
  readonly language: Language;
  readonly say: (key: Key, args?: Args) => string;
  /** The words of a text in this language; undefined if it has none. */
  readonly wording: (text: Text) => { readonly text: string; readonly lang: string } | undefined;
}

/** The first two working languages of the workshop that the interface speaks; the reader's, if it speaks none of them. */
export function useSpeakers(): readonly Speaker[] {
  const tags = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const spoken = [...new Set(tags.map(languageOf).filter((found) => found !== undefined))].slice(0, 2);
  const chosen = spoken.length > 0 ? spoken : [language()];
  const names = chosen.map(({ code }) => code).join(' ');
  const words = useMemo(() => chosen.map(({ code }) => messagesIn(code)), [names]);
  return chosen.flatMap((found, i) => {
    const say = words[i]!.value;
    return say ? [{ language: found, say, wording: (text: Text) => has(text, found.code) }] : [];
  });
}

function has(text: Text, code: string): ReturnType<Speaker['wording']> {
  return text.versions[code] ? wordingOf(text, code) : undefined;
}
