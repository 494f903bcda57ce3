import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../../wire/connection';

/** Since when there is no link, once it has been lost long enough to speak of it. */
export function useLostSince(link: Link): number | undefined {
  const [since, setSince] = useState<number>();
  const [spoken, setSpoken] = useState(false);
  useEffect(() => {
    if (link === 'connected') setSince(undefined);
    else setSince((before) => before ?? Date.now());
    setSpoken(link === 'offline' || link === 'reconnecting');
  }, [link]);
  return spoken ? since : undefined;
}
