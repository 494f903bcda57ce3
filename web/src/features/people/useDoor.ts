import { useEffect, useState } from 'preact/hooks';
import { useWorkshop } from '../../store/context';
import { get } from '../../wire/http';
import type { Problem } from '../../wire/wire.g';

/** How people come in: what staff and the room's screen show of it. */
export interface StaffDoor {
  readonly code: string;
  /** The address that brings the code with it. */
  readonly link: string;
  /** The address of the link's picture. */
  readonly qr: string;
}

const retryMs = 3_000;

/** The door of the workshop, once it is here; asked for again while nobody answers. */
export function useDoor(): { readonly door?: StaffDoor; readonly problem?: Problem } {
  const { id } = useWorkshop();
  const [door, setDoor] = useState<StaffDoor>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const current = new AbortController();
    void get<StaffDoor>(`/api/workshops/${id}/door`, current.signal).then((answer) => {
      if (current.signal.aborted) return;
      setProblem(answer.ok ? undefined : answer.problem);
      if (answer.ok) setDoor(answer.value);
      else if (answer.status === 0 || answer.status >= 500) timer = setTimeout(() => setAttempt(attempt + 1), retryMs);
    });
    return () => {
      current.abort();
      clearTimeout(timer);
    };
  }, [id, attempt]);

  return { ...(door ? { door } : {}), ...(problem ? { problem } : {}) };
}
