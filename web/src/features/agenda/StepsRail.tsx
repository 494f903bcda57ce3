import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { hour, number, span, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useNow, useRecord, useWorkshop } from '../../store/context';
import { CheckIcon } from '../../ui/icons.g';
import { Status } from '../../ui/status';
import type { ActivityId, ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import './foresight';
import './rail.css';
import { beginnings, minutesBehind } from './schedule';

/** The agenda as the facilitator drives it: where everyone is, what comes, at which hour. Choosing a step calls `onGo`. */
export function StepsRail({ onGo }: { readonly onGo: (activity: ActivityId) => void }) {
  const { store, id: workshopId } = useWorkshop();
  const steps = useList('activity');
  const workshop = useRecord<WorkshopRecord>('workshop');
  const list = useRef<HTMLOListElement>(null);
  const starts = beginnings(steps.map((id) => store.at<ActivityRecord>(id).value?.minutes ?? 0));
  const shownAt = steps.indexOf(`activity:${workshop?.shown}`);
  const opened = workshop?.openedAt ? Date.parse(workshop.openedAt) : undefined;

  const move = (event: TargetedKeyboardEvent<HTMLOListElement>): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const target =
      event.key === 'ArrowDown'
        ? buttons[at + 1]
        : event.key === 'ArrowUp'
          ? buttons[at - 1]
          : event.key === 'Home'
            ? buttons[0]
            : event.key === 'End'
              ? buttons.at(-1)
              : undefined;
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <nav class="rail stack" aria-label={t('agenda.title')}>
      <div class="row">
        <h2>{t('agenda.title')}</h2>
        {opened !== undefined && shownAt >= 0 && workshop?.phase === 'open' && <Pace end={opened + starts[shownAt + 1]!} />}
      </div>
      {steps.length === 0 ? (
        <p class="hint">{t('agenda.empty')}</p>
      ) : (
        <ol ref={list} onKeyDown={move}>
          {steps.map((id, i) => (
            <Step
              key={id}
              id={id}
              place={i + 1}
              time={opened === undefined ? span(starts[i]!) : hour(opened + starts[i]!, workshop?.timeZone)}
              shown={i === shownAt}
              reachable={i === Math.max(0, shownAt)}
              onGo={onGo}
            />
          ))}
        </ol>
      )}
      <a class="small" href={`/w/${workshopId}/agenda`}>
        {t('agenda.change')}
      </a>
    </nav>
  );
}

/** Drawn anew each second, so that the list need not be. */
function Pace({ end }: { readonly end: number }) {
  const behind = minutesBehind(end, useNow());
  return (
    <span class="end">
      {behind === 0 ? (
        <Status kind="ok">{t('agenda.on-time')}</Status>
      ) : (
        <Status kind="wait">{t('agenda.behind', { minutes: behind })}</Status>
      )}
    </span>
  );
}

interface StepProps {
  readonly id: string;
  readonly place: number;
  readonly time: string;
  readonly shown: boolean;
  /** By Tab; the others by arrows. */
  readonly reachable: boolean;
  readonly onGo: (activity: ActivityId) => void;
}

function Step({ id, place, time, shown, reachable, onGo }: StepProps) {
  const step = useRecord<ActivityRecord>(id);
  if (!step) return null;
  const title = wordingOf(step.title);
  return (
    <li>
      <button
        type="button"
        class={`${step.status} ${shown ? 'shown' : ''}`}
        aria-current={shown ? 'step' : undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={() => !shown && onGo(step.activity)}
      >
        <span class="digits hint">{time}</span>
        <span>
          {/* The number stands on its own, so that a title of the other direction does not turn it round. */}
          <bdi>{number(place)}.</bdi> <bdi lang={title.lang}>{title.text}</bdi>
          {step.status === 'open' && (
            <>
              {' '}
              <Status kind="wait">{t('agenda.open')}</Status>
            </>
          )}
        </span>
        {step.status === 'closed' ? (
          <span class="done">
            <CheckIcon size={18} />
            <span class="sr">{t('agenda.closed')}</span>
          </span>
        ) : (
          <span class="hint digits">
            {number(step.minutes)}
            <span class="sr"> {t('agenda.minutes-unit', { count: step.minutes })}</span>
          </span>
        )}
      </button>
    </li>
  );
}
