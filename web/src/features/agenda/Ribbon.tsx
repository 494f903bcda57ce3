import { hour, span } from '../../i18n/format';
import { useList, useRecord, useWorkshop } from '../../store/context';
import type { ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import { work } from './kinds';
import { beginnings } from './schedule';

const minuteMs = 60_000;
const mostTicks = 8;
const tickMinutes = [10, 15, 30, 60, 120, 240, 480];

/** The agenda as a strip: the width of a step is its minutes, its pattern the kind of work. The list below says the same in words. */
export function Ribbon() {
  const { store } = useWorkshop();
  const steps = useList('activity').map((id) => store.at<ActivityRecord>(id).value!);
  const workshop = useRecord<WorkshopRecord>('workshop');
  const length = beginnings(steps.map(({ minutes }) => minutes)).at(-1)!;
  const every = (tickMinutes.find((minutes) => length / (minutes * minuteMs) < mostTicks) ?? tickMinutes.at(-1)!) * minuteMs;
  const opened = workshop?.openedAt ? Date.parse(workshop.openedAt) : undefined;
  const ticks = Array.from({ length: Math.floor(length / every) + 1 }, (_, i) => i * every);
  return (
    <div class="ribbon" aria-hidden="true">
      <div class="ribbon-steps">
        {steps.map(({ id, minutes, settings }) => (
          <i key={id} class={work[settings.kind]} style={{ flexGrow: minutes }} />
        ))}
      </div>
      <div class="ribbon-ticks">
        {ticks.map((tick) => (
          // A place in the page's direction, digits in their own.
          <span key={tick} style={{ insetInlineStart: `${(100 * tick) / length}%` }}>
            <span class="digits">{opened === undefined ? span(tick) : hour(opened + tick, workshop?.timeZone)}</span>
          </span>
        ))}
      </div>
    </div>
  );
}
