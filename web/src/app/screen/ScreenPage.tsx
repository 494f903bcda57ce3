import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type StaffDoor, useDoor } from '../../features/people/useDoor';
import { hour, code as inThrees, number } from '../../i18n/format';
import { useRecord, useShownActivity, useTopic, useWorkshop } from '../../store/context';
import { MarkIcon } from '../../ui/RoomLine';
import type { ActivityRecord, HereRecord, ResultRecord, WorkshopRecord } from '../../wire/wire.g';
import { useShrink } from './fit';
import { SaidInTwo, TextInTwo } from './InTwo';
import { ResultHeading } from './ScreenResult';
import { ScreenStep } from './ScreenStep';
import { type Speaker, useSpeakers } from './speakers';
import { useLostSince } from './useLostSince';
import './screen.css';
import './lobby.css';

/** The projector: what everyone may see, large, in two languages, without a control. It follows the console and mends itself. */
export function ScreenPage() {
  const workshop = useRecord<WorkshopRecord>('workshop');
  const step = useShownActivity();
  const speakers = useSpeakers();
  const { door } = useDoor();
  const counted = useRecord<ResultRecord>(`result:${step?.activity}`);
  useWall();
  if (!workshop) return null;
  const closed = workshop.phase === 'closed';
  const open = workshop.phase === 'open' ? step : undefined;
  const result = open && counted && !counted.tooFew ? counted : undefined;
  return (
    <main class={result ? 'wall dense' : 'wall'}>
      <Top workshop={workshop} step={open} result={result} speakers={speakers} />
      {closed ? (
        <h1 class="wall-words">
          <SaidInTwo speakers={speakers} words={(say) => say('screen.closed')} />
        </h1>
      ) : open ? (
        <Live key={open.id} step={open} door={door} speakers={speakers} />
      ) : (
        <Lobby door={door} speakers={speakers} />
      )}
    </main>
  );
}

function Top({
  workshop,
  step,
  result,
  speakers,
}: {
  readonly workshop: WorkshopRecord;
  readonly step: ActivityRecord | undefined;
  /** What stands below, if it is a result. */
  readonly result: ResultRecord | undefined;
  readonly speakers: readonly Speaker[];
}) {
  return (
    <header class="wall-top">
      <MarkIcon size={64} />
      {result ? (
        <ResultHeading result={result} speakers={speakers} />
      ) : step ? (
        <SaidInTwo speakers={speakers} words={(say) => kindWords(step, say)} />
      ) : (
        <TextInTwo speakers={speakers} text={workshop.title} />
      )}
    </header>
  );
}

function kindWords({ settings }: ActivityRecord, say: Speaker['say']): string {
  switch (settings.kind) {
    case 'brainstorm':
      return say('agenda.kind-brainstorm');
    case 'swot':
      return say('agenda.kind-swot');
    case 'clustering':
      return say('agenda.kind-clustering');
    case 'vote':
      return say('agenda.kind-vote');
    case 'plan':
      return say('agenda.kind-plan');
  }
}

/** Before anything is shown: how to come in, and how many have. */
function Lobby({ door, speakers }: { readonly door: StaffDoor | undefined; readonly speakers: readonly Speaker[] }) {
  const here = useRecord<HereRecord>('here')?.people ?? 0;
  const words = useShrink<HTMLDivElement>();
  return (
    <>
      <section class="lobby">
        <div class="lobby-words" ref={words}>
          <p class="lobby-line">
            <SaidInTwo speakers={speakers} words={(say) => say('screen.join')} />
          </p>
          <p class="lobby-address digits">{door ? new URL(door.link).host : location.host}</p>
          <p class="lobby-line">
            <SaidInTwo speakers={speakers} words={(say) => say('screen.code')} />
          </p>
          <p class="lobby-code digits">{door ? inThrees(door.code) : '··· ··· ···'}</p>
        </div>
        {door && <img class="lobby-qr" src={door.qr} alt="" />}
      </section>
      <Bottom count={here} words={(say) => say('screen.here', { count: here })} speakers={speakers} />
    </>
  );
}

/** A step, with the way in kept in the corner for those who come late. */
function Live({
  step,
  door,
  speakers,
}: {
  readonly step: ActivityRecord;
  readonly door: StaffDoor | undefined;
  readonly speakers: readonly Speaker[];
}) {
  useTopic(`activity:${step.activity}`);
  return (
    <ScreenStep step={step} speakers={speakers}>
      {(count, words) => (
        <Bottom count={count} words={words} speakers={speakers}>
          {door && (
            <div class="corner">
              <span>
                <span class="digits">{new URL(door.link).host}</span>
                <strong class="digits">{inThrees(door.code)}</strong>
              </span>
              <img src={door.qr} alt="" />
            </div>
          )}
        </Bottom>
      )}
    </ScreenStep>
  );
}

/** One large number and what it counts; without a link, since when the screen waits. */
function Bottom({
  count,
  words,
  speakers,
  children,
}: {
  readonly count?: number | undefined;
  readonly words?: ((say: Speaker['say']) => string) | undefined;
  readonly speakers: readonly Speaker[];
  readonly children?: ComponentChildren;
}) {
  const zone = useRecord<WorkshopRecord>('workshop')?.timeZone;
  const lost = useLostSince(useWorkshop().link.value);
  return (
    <footer class="wall-bottom">
      {lost !== undefined ? (
        <p class="wall-lost">
          <SaidInTwo speakers={speakers} words={(say) => say('screen.lost', { time: hour(lost, zone) })} />
        </p>
      ) : (
        count !== undefined && (
          <p class="wall-count">
            <b>{number(count)}</b>
            <span>{words && <SaidInTwo speakers={speakers} words={words} />}</span>
          </p>
        )
      )}
      {children}
    </footer>
  );
}

/** Dark, and every size a fraction of the picture, so that a small projector and a large one show the same. */
function useWall(): void {
  useEffect(() => {
    const root = document.documentElement;
    const theme = root.dataset['theme'];
    root.classList.add('on-wall');
    root.dataset['theme'] = 'dark';
    return () => {
      root.classList.remove('on-wall');
      if (theme) root.dataset['theme'] = theme;
    };
  }, []);
}
