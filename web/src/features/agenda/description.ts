import { newText, wordsOf } from '../../store/texts';
import type { GroupId, NewGroup, StakeholderGroup, WorkshopRecord } from '../../wire/wire.g';
import type { Description } from './workshops';

/** A group as the form edits it. A new one gets its id when the form is sent. */
export interface GroupDraft {
  readonly key: string;
  readonly id?: GroupId;
  readonly words: Readonly<Record<string, string>>;
  readonly votes: boolean;
}

/** A workshop's description as the form edits it. */
export interface Draft {
  readonly words: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  /** The one shown first; among the chosen. */
  readonly main: string;
  readonly timeZone: string;
  readonly groups: readonly GroupDraft[];
}

/** What is missing. */
export interface Gaps {
  readonly title?: true;
  readonly languages?: true;
  /** Keys of groups without a name. */
  readonly groups: readonly string[];
}

let drafted = 0;

/** An empty group. */
export function newGroup(): GroupDraft {
  return { key: `new-${drafted++}`, words: {}, votes: true };
}

/** The form of a new workshop. */
export function emptyDraft(language: string, timeZone: string): Draft {
  return { words: {}, languages: [language], main: language, timeZone, groups: [newGroup(), newGroup()] };
}

/** The form of a workshop that exists. */
export function draftOf({ title, languages, timeZone, groups }: WorkshopRecord): Draft {
  return { words: wordsOf(title), languages, main: languages[0]!, timeZone, groups: groups.map(groupDraftOf) };
}

function groupDraftOf({ id, name, votes }: StakeholderGroup): GroupDraft {
  return { key: id, id, words: wordsOf(name), votes };
}

/** What the form sends, or what it lacks. */
export function describe(draft: Draft): { readonly description: Description } | { readonly gaps: Gaps } {
  const title = newText(draft.words, draft.main);
  const nameless = draft.groups.filter(({ words }) => !newText(words, draft.main)).map(({ key }) => key);
  if (!title || draft.languages.length === 0 || nameless.length > 0) {
    return { gaps: { ...(title ? {} : { title: true }), ...(draft.languages.length ? {} : { languages: true }), groups: nameless } };
  }
  const taken = new Set(draft.groups.flatMap(({ id }) => (id ? [id as string] : [])));
  const groups = draft.groups.map(
    ({ id, words, votes }): NewGroup => ({ id: id ?? freshId(words, taken), name: newText(words, draft.main)!, votes }),
  );
  const languages = [draft.main, ...draft.languages.filter((language) => language !== draft.main)];
  return { description: { title, languages, timeZone: draft.timeZone, groups } };
}

/** Short and stable: the name in Latin letters where it has some, else its place. */
function freshId(words: Readonly<Record<string, string>>, taken: Set<string>): GroupId {
  const latin = [words['en'], ...Object.values(words)].map(slug).find((id) => id !== '');
  const stem = latin ?? 'group';
  for (let n = 1; ; n++) {
    const id = n === 1 && latin ? stem : `${stem}-${n}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id as GroupId;
  }
}

const slug = (words = ''): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
    .replace(/-+$/, '');
