import { useState } from 'preact/hooks';
import { useWorkshop } from '../../store/context';
import type { ActivityId } from '../../wire/wire.g';

/** The dots that are being placed: item to dots, each at least 1. */
export type Placed = Readonly<Record<string, number>>;

/** A ballot that is being filled in. */
export interface Filling {
  readonly placed: Placed;
  set(item: string, dots: number): void;
  clear(): void;
}

/**
 * The dots that are being placed for a vote. They survive a reload of the page and nothing else: once the ballot is cast, the device
 * forgets them.
 */
export function usePlaced(activity: ActivityId): Filling {
  const workshop = useWorkshop();
  const key = `dots:${workshop.id}/${workshop.me.person ?? ''}/${activity}`;
  const [placed, setPlaced] = useState(() => read(key));
  const keep = (next: Placed): void => {
    write(key, next);
    setPlaced(next);
  };
  return {
    placed,
    set: (item, dots) => {
      const { [item]: _, ...others } = placed;
      keep(dots > 0 ? { ...others, [item]: dots } : others);
    },
    clear: () => keep({}),
  };
}

/** How many dots are placed in all. */
export function countOf(placed: Placed): number {
  return Object.values(placed).reduce((sum, dots) => sum + dots, 0);
}

function read(key: string): Placed {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Placed;
  } catch {
    return {};
  }
}

function write(key: string, placed: Placed): void {
  try {
    if (countOf(placed) > 0) sessionStorage.setItem(key, JSON.stringify(placed));
    else sessionStorage.removeItem(key);
  } catch {
    // They then last as long as the page.
  }
}
