import { useComputed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { CommandId } from '../wire/ids';
import type { Command, Rec } from '../wire/wire.g';
import type { Mark } from './overlay';
import type { RecOf } from './recordStore';
import type { ViewState } from './views';
import type { Workshop } from './workshop';

/** The workshop that the page shows. */
export const WorkshopContext = createContext<Workshop | undefined>(undefined);

/** The workshop that the page shows. */
export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext);
  if (!workshop) throw new Error('This screen is drawn inside a workshop.');
  return workshop;
}

/** Takes commands; each arrives, whatever happens. Returns the id of what the command makes. */
export function useCommand(): (command: Command) => CommandId {
  const workshop = useWorkshop();
  return useMemo(() => (command: Command) => workshop.send(command), [workshop]);
}

/** The record at `id`; undefined while absent. The component is drawn anew when it changes. */
export function useRecord<R extends Rec>(id: string): R | undefined {
  return useWorkshop().store.at<R>(id).value;
}

/** The ids of the records of a type that `where` lets in, by rank and id. Drawn anew when the list changes, not when a record does. */
export function useList<T extends Rec['type']>(
  type: T,
  where?: (record: RecOf<T>) => boolean,
  inputs: readonly unknown[] = [],
): readonly string[] {
  const { store } = useWorkshop();
  return useMemo(() => store.list(type, where), [store, type, ...inputs]).value;
}

/** What is on its way for a record: sending, kept on the device, not accepted; undefined: it is as the server has it. */
export function useMark(record: string): Mark | undefined {
  return useWorkshop().overlay.markOf(record).value;
}

/** Keeps the reader's views of a topic (`now`, `plan`, `activity:…`) current while the screen is shown; says whether everyone's can be. */
export function useTopic(topic: string | undefined): ViewState {
  const workshop = useWorkshop();
  useEffect(() => {
    if (topic === undefined) return undefined;
    const leave = workshop.viewsOf(topic).map((view) => workshop.views.want(view));
    return () => {
      for (const done of leave) done();
    };
  }, [workshop, topic]);
  return (topic === undefined ? undefined : workshop.views.stateOf(`public/${topic}`).value) ?? 'loading';
}

/** Keeps the reader's views of several topics current while the screen is shown. */
export function useTopics(topics: readonly string[]): void {
  const workshop = useWorkshop();
  useEffect(() => {
    const leave = topics.flatMap((topic) => workshop.viewsOf(topic)).map((view) => workshop.views.want(view));
    return () => {
      for (const done of leave) done();
    };
  }, [workshop, topics.join(' ')]);
}

/** The step that everyone looks at, if any. */
export function useShownActivity(): RecOf<'activity'> | undefined {
  const { store } = useWorkshop();
  return useComputed(() => {
    const shown = store.at<RecOf<'workshop'>>('workshop').value?.shown;
    return shown && store.at<RecOf<'activity'>>(`activity:${shown}`).value;
  }).value;
}

/** The server's time in milliseconds, drawn anew each second. */
export function useNow(): number {
  const { views } = useWorkshop();
  const [now, setNow] = useState(() => views.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(views.now()), 1_000);
    return () => clearInterval(timer);
  }, [views]);
  return now;
}
