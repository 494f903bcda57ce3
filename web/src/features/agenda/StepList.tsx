import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand, useList, useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import { dragFrom } from '../../ui/drag';
import type { CommandId } from '../../wire/ids';
import type { ActivityId, ActivityRecord } from '../../wire/wire.g';
import { StepRow } from './StepRow';
import { beginnings } from './schedule';

const idOf = (record: string): ActivityId => record.slice('activity:'.length) as ActivityId;

/** The steps in order. They move by the grip, by Alt and an arrow, and by their menus. */
export function StepList({
  edited,
  onEdit,
}: {
  readonly edited: string | undefined;
  readonly onEdit: (step: ActivityRecord, refused?: CommandId) => void;
}) {
  const { store } = useWorkshop();
  const send = useCommand();
  const steps = useList('activity');
  const [held, setHeld] = useState<{ readonly id: string; readonly at: number }>();
  const list = useRef<HTMLOListElement>(null);
  const refocus = useRef<string>(undefined);

  const order = held ? inserted(steps, held.id, held.at) : steps;
  const starts = beginnings(order.map((id) => store.at<ActivityRecord>(id).value?.minutes ?? 0));

  // An element that moves in the document loses the focus.
  useLayoutEffect(() => {
    if (!refocus.current) return;
    list.current?.querySelector<HTMLElement>(`[data-step="${refocus.current}"] .step-title`)?.focus();
    refocus.current = undefined;
  }, [order]);

  const put = (id: string, at: number): void => {
    const next = inserted(steps, id, at);
    if (at < 0 || at >= steps.length || next.join() === steps.join()) return;
    const before = next[at - 1];
    send({ type: 'moveActivity', activity: idOf(id), ...(before ? { after: idOf(before) } : {}) });
    announce(t('agenda.moved', { place: at + 1, count: steps.length }));
  };

  const take = (id: string, press: PointerEvent): void =>
    dragFrom(press, () => {
      let at = steps.indexOf(id);
      return {
        move: (_x, y) => {
          at = placeAt(list.current!, id, y);
          setHeld({ id, at });
        },
        drop: () => {
          setHeld(undefined);
          put(id, at);
        },
        cancel: () => setHeld(undefined),
      };
    });

  return (
    <section class="stack">
      <ol class="steps" ref={list}>
        {order.map((id, i) => (
          <StepRow
            key={id}
            id={id}
            start={starts[i]!}
            first={i === 0}
            last={i === order.length - 1}
            edited={id === edited}
            held={id === held?.id}
            onEdit={onEdit}
            onTake={(press) => take(id, press)}
            onMove={(by) => {
              refocus.current = id;
              put(id, steps.indexOf(id) + by);
            }}
          />
        ))}
      </ol>
      <p class="hint">{t('agenda.move-hint')}</p>
    </section>
  );
}

/** The list with `id` at this place among the others. */
function inserted(ids: readonly string[], id: string, at: number): readonly string[] {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** How many of the other rows lie above this height. */
function placeAt(list: HTMLElement, held: string, y: number): number {
  return [...list.children].filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return (row as HTMLElement).dataset['step'] !== held && top + height / 2 < y;
  }).length;
}
