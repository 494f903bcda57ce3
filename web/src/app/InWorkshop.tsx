import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { reason } from '../i18n/format';
import { languageOf } from '../i18n/languages';
import { language, setLanguage, t } from '../i18n/messages';
import { useTopic, useWorkshop, WorkshopContext } from '../store/context';
import { Workshop } from '../store/workshop';
import '../features/cards/foresight';
import '../features/people/foresight';
import { announce } from '../ui/announce';
import { LinkButton } from '../ui/Button';
import { Empty, Skeleton } from '../ui/status';
import type { WorkshopId } from '../wire/ids';
import type { MeRecord, Problem } from '../wire/wire.g';
import { ScreenWaits } from './screen/ScreenWaits';

const retryMs = 3_000;

/** Opens the workshop and draws the page inside it, once everyone's view of what is live is here. */
export function InWorkshop({
  id,
  screen,
  children,
}: {
  readonly id: string;
  readonly screen: boolean;
  readonly children: ComponentChildren;
}) {
  const [workshop, setWorkshop] = useState<Workshop>();
  const [shut, setShut] = useState<{ readonly status: number; readonly problem: Problem }>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let opened: Workshop | undefined;
    let left = false;
    void Workshop.open(id as WorkshopId, screen).then((answer) => {
      if (left) {
        if (answer.ok) answer.value.close();
        return;
      }
      if (!answer.ok) return setShut(answer);
      opened = answer.value;
      setWorkshop(opened);
    });
    return () => {
      left = true;
      opened?.close();
      setWorkshop(undefined);
      setShut(undefined);
    };
  }, [id, screen, attempt]);

  // Nobody answered: it is tried again until somebody does. The room's screen has nobody who could try.
  useEffect(() => {
    if (!shut || (shut.status !== 0 && !screen)) return undefined;
    const timer = setTimeout(() => setAttempt(attempt + 1), retryMs);
    return () => clearTimeout(timer);
  }, [shut, attempt]);

  // The connection was refused: the door is asked again, and says why.
  const refused = workshop?.refused.value;
  useEffect(() => {
    if (!refused) return undefined;
    const timer = setTimeout(() => setAttempt(attempt + 1), retryMs);
    return () => clearTimeout(timer);
  }, [refused]);

  if (screen && !workshop) return <ScreenWaits shut={shut !== undefined && shut.status !== 0} />;
  if (shut) return <Shut {...shut} />;
  if (!workshop) return <Opening />;
  return (
    <WorkshopContext.Provider value={workshop}>
      {!screen && <SpeakAsMe />}
      <WhenHere screen={screen}>{children}</WhenHere>
    </WorkshopContext.Provider>
  );
}

function WhenHere({ screen, children }: { readonly screen: boolean; readonly children: ComponentChildren }) {
  const state = useTopic('now');
  if (screen && state !== 'here') return <ScreenWaits shut={state === 'refused'} />;
  if (state === 'refused') return <Shut status={403} problem={{ code: 'workshop.not-allowed', args: {} }} />;
  return state === 'here' ? children : <Opening />;
}

/** The language is a setting of the person: chosen on another device, it is spoken here too. */
function SpeakAsMe() {
  const { store, outbox } = useWorkshop();
  useSignalEffect(() => {
    const mine = store.at<MeRecord>('me').value?.language;
    const known = mine && languageOf(mine);
    const underway = outbox.entries.peek().some(({ command }) => command.type === 'setLanguage');
    if (known && !underway && known.code !== language().code) void setLanguage(known.code);
  });
  return null;
}

function Opening() {
  return (
    <main class="column">
      <Skeleton label={t('page.loading')} lines={5} />
    </main>
  );
}

/** Nobody is let in: who has an account may sign in, everyone may enter a code, and without a link the page tries again by itself. */
function Shut({ status, problem }: { readonly status: number; readonly problem: Problem }) {
  useEffect(() => announce(reason(problem), true), [problem]);
  return (
    <main class="column centred">
      <Empty>
        <h1>{reason(problem)}</h1>
        {status !== 0 && <LinkButton href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>{t('sign-in.link')}</LinkButton>}
        <LinkButton href="/" look="filled">
          {t('page.home')}
        </LinkButton>
      </Empty>
    </main>
  );
}
