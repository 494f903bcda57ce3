import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { reason } from '../i18n/format';
import { languageOf } from '../i18n/languages';
import { language, setLanguage, t } from '../i18n/messages';
import { useTopic, useWorkshop, WorkshopContext } from '../store/context';
import { Workshop } from '../store/workshop';
import '../features/people/foresight';
import { Button, LinkButton } from '../ui/Button';
import { Empty, Skeleton } from '../ui/status';
import type { WorkshopId } from '../wire/ids';
import type { MeRecord, Problem } from '../wire/wire.g';

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
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let opened: Workshop | undefined;
    let left = false;
    void Workshop.open(id as WorkshopId, screen).then((answer) => {
      if (left) {
        if (answer.ok) answer.value.close();
        return;
      }
      if (!answer.ok) return setProblem(answer.problem);
      opened = answer.value;
      setWorkshop(opened);
    });
    return () => {
      left = true;
      opened?.close();
      setWorkshop(undefined);
      setProblem(undefined);
    };
  }, [id, screen, attempt]);

  if (problem) return <Shut problem={problem} onRetry={() => setAttempt(attempt + 1)} />;
  if (!workshop) return <Opening />;
  return (
    <WorkshopContext.Provider value={workshop}>
      {!screen && <SpeakAsMe />}
      <WhenHere>{children}</WhenHere>
    </WorkshopContext.Provider>
  );
}

function WhenHere({ children }: { readonly children: ComponentChildren }) {
  const state = useTopic('now');
  if (state === 'refused') return <Shut problem={{ code: 'workshop.not-allowed', args: {} }} />;
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

function Shut({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  return (
    <main class="column centred">
      <Empty>
        <p role="alert">{reason(problem)}</p>
        {onRetry && <Button onClick={onRetry}>{t('st.retry')}</Button>}
        <LinkButton href="/" look="filled">
          {t('page.home')}
        </LinkButton>
      </Empty>
    </main>
  );
}
