import { useState } from 'preact/hooks';
import { StepsRail } from '../../features/agenda/StepsRail';
import { DoorButton } from '../../features/people/Door';
import { PersonMenu } from '../../features/people/PersonMenu';
import { RoomNow } from '../../features/people/RoomNow';
import { t } from '../../i18n/messages';
import { useCommand, useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { MonitorIcon } from '../../ui/icons.g';
import { RoomBar } from '../../ui/RoomBar';
import { SavedState } from '../../ui/SavedState';
import { Banner } from '../../ui/status';
import { offerUndo, UndoBar, undoLast } from '../../ui/Undo';
import type { ActivityId, MeRecord, WorkshopRecord } from '../../wire/wire.g';
import { CommandNotes } from './CommandNotes';
import './console.css';
import { isCtrl, isInField, type KeyLine, KeysSheet, useKeys } from '../../ui/keys';
import { CloseSession, DeckBar } from './DeckBar';
import { Live } from './Live';
import { SeenNow } from './SeenNow';
import { StorageNotice } from './StorageNotice';
import { useSendAnew } from './send';
import { useSteps } from './steps';
import { titleOf } from './wording';

const keys: readonly KeyLine[] = [
  [['Tab'], 'keys.regions'],
  [['↑', '↓'], 'keys.agenda'],
  [['Enter'], 'keys.go'],
  [['Ctrl', 'Enter'], 'keys.filled'],
  [['Ctrl', 'Z'], 'keys.undo'],
  [['Esc'], 'keys.close'],
  [['?'], 'keys.this'],
];

/** The facilitator's console: the agenda, what is live, what the room sees and who is there, and the deck at the foot. */
export function ConsolePage() {
  const { id, link } = useWorkshop();
  const send = useSendAnew();
  const steps = useSteps();
  const workshop = useRecord<WorkshopRecord>('workshop');
  const [sheet, setSheet] = useState<'keys' | 'close-session'>();
  const close = (): void => setSheet(undefined);

  const show = (activity: ActivityId): unknown => send({ type: 'showActivity', activity });
  const go = (activity: ActivityId): void => {
    const before = workshop?.shown;
    const place = (step: ActivityId): number => steps.findIndex((candidate) => candidate.activity === step) + 1;
    const step = steps[place(activity) - 1];
    if (!step || activity === before) return;
    show(activity);
    // Without a connection nobody has gone anywhere yet: the note about what waits offers to take it back.
    const reached = link.peek() === 'connected' || link.peek() === 'away';
    if (before && reached)
      offerUndo(t('console.gone', { title: titleOf(step) }), t('console.back-to', { place: place(before) }), () => show(before));
  };
  useKeys((event) => {
    if (isCtrl(event, 'z')) return !isInField(event) && undoLast();
    if (event.key !== '?' || event.ctrlKey || event.altKey) return false;
    setSheet('keys');
    return true;
  });

  return (
    <div class="console">
      <RoomBar staff sub={<SavedState />} notices={[<StorageNotice key="storage" />, <HasLeft key="left" />]}>
        <DoorButton />
        <a class="btn outlined sm to-screen" href={`/w/${id}/screen`} target="_blank" rel="noopener">
          <MonitorIcon /> <span>{t('console.screen')}</span>
        </a>
        <PersonMenu
          items={[
            { key: 'agenda', label: t('agenda.title'), href: `/w/${id}/agenda` },
            { key: 'people', label: t('people.all'), href: `/w/${id}/settings/people` },
            { key: 'plan', label: t('console.to-plan'), href: `/w/${id}/plan` },
            { key: 'settings', label: t('settings.title'), href: `/w/${id}/settings` },
            { key: 'workshops', label: t('workshops.title'), href: '/workshops' },
            ...(workshop?.phase === 'open'
              ? [{ key: 'close', label: t('console.close-session'), onChoose: () => setSheet('close-session') }]
              : []),
            { key: 'keys', label: t('keys.title'), onChoose: () => setSheet('keys') },
          ]}
        />
      </RoomBar>
      <div class="console-columns">
        <StepsRail onGo={go} />
        <Live />
        <aside class="stack gap-5" aria-label={t('console.room')}>
          <SeenNow />
          <RoomNow />
        </aside>
      </div>
      <footer class="console-foot">
        <UndoBar />
        <CommandNotes />
        <DeckBar onGo={go} />
      </footer>
      {sheet === 'keys' && <KeysSheet lines={keys} onClose={close} />}
      {sheet === 'close-session' && <CloseSession onClose={close} />}
    </div>
  );
}

/** A facilitator who has left still drives, but counts as away. */
function HasLeft() {
  const me = useRecord<MeRecord>('me');
  const send = useCommand();
  if (me?.attendance !== 'left') return null;
  return (
    <Banner kind="info" action={<Button onClick={() => send({ type: 'returnToWorkshop' })}>{t('home.return')}</Button>}>
      {t('person.left')}
    </Banner>
  );
}
