import { useCallback, useState } from 'preact/hooks';
import { useWorkshop } from '../../store/context';
import type { Workshop } from '../../store/workshop';

/** A text that is being written: kept on the device until it is sent or given up. */
export interface Written {
  readonly text: string;
  /** The language that the writer chose; empty: as written. */
  readonly language: string;
}

/** A text that is being written, and how to change it. */
export interface Draft extends Written {
  set(change: Partial<Written>): void;
  clear(): void;
}

const nothing: Written = { text: '', language: '' };

const prefixOf = ({ id, me }: Workshop): string => `draft:${id}/${me.person ?? ''}/`;

/** The text that is being written in a place of the workshop: on a board, in a section, on a card. */
export function useDraft(place: string, initial: Written = nothing): Draft {
  const key = prefixOf(useWorkshop()) + place;
  const [state, setState] = useState(() => ({ key, ...(read(key) ?? initial) }));
  const current = state.key === key ? state : { key, ...(read(key) ?? initial) };
  const set = useCallback(
    (change: Partial<Written>) =>
      setState((before) => {
        const { text, language } = { ...(before.key === key ? before : (read(key) ?? nothing)), ...change };
        write(key, { text, language });
        return { key, text, language };
      }),
    [key],
  );
  const clear = useCallback(() => {
    write(key, undefined);
    // The language stays chosen: whoever writes several cards writes them in one.
    setState((before) => ({ key, text: '', language: before.language }));
  }, [key]);
  return { text: current.text, language: current.language, set, clear };
}

/** Whether somebody has begun to write in a place. */
export function hasDraft(workshop: Workshop, place: string): boolean {
  return read(prefixOf(workshop) + place) !== undefined;
}

/** The texts that were begun on boards, with the board that each was meant for. */
export function draftsOnBoards(workshop: Workshop): readonly (Written & { readonly place: string; readonly board: string })[] {
  const prefix = `${prefixOf(workshop)}board:`;
  return keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const written = read(key);
      const [board = ''] = key.slice(prefix.length).split('/');
      return written ? [{ ...written, place: key.slice(prefixOf(workshop).length), board }] : [];
    });
}

/** Gives up what was written in a place. */
export function dropDraft(workshop: Workshop, place: string): void {
  write(prefixOf(workshop) + place, undefined);
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): Written | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Written> | null;
    return kept?.text?.trim() ? { text: kept.text, language: kept.language ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, written: Written | undefined): void {
  try {
    if (written?.text.trim()) localStorage.setItem(key, JSON.stringify(written));
    else localStorage.removeItem(key);
  } catch {
    // The draft then lasts as long as the page.
  }
}
