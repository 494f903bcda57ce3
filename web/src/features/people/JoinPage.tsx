import { useEffect, useState } from 'preact/hooks';
import { code as inThrees, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { Button, LinkButton } from '../../ui/Button';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { RoomLine } from '../../ui/RoomLine';
import { Banner, Empty, PersonText, Skeleton } from '../../ui/status';
import { useTitle } from '../../ui/title';
import { type Door, lookBehind, reasonAtTheDoor } from './doors';
import { WrongCode } from './HomePage';
import { JoinForm } from './JoinForm';

const retryMs = 3_000;

/** Behind a code: who one is there, or the form that brings one in. */
export function JoinPage({ code }: Readonly<Record<string, string>>) {
  const [door, setDoor] = useState<Door>();
  const [problem, setProblem] = useState<{ readonly status: number; readonly words: string }>();
  const [attempt, setAttempt] = useState(0);
  const [asNew, setAsNew] = useState(false);
  const title = door && wordingOf(door.title);
  useTitle(title?.text);

  useEffect(() => {
    let left = false;
    void lookBehind(code!).then((answer) => {
      if (left) return;
      if (answer.ok) setDoor(answer.value);
      setProblem(answer.ok ? undefined : { status: answer.status, words: reasonAtTheDoor(answer) });
    });
    return () => {
      left = true;
    };
  }, [code, attempt]);

  // Nobody answered: the code is kept and tried again.
  useEffect(() => {
    if (problem?.status !== 0) return undefined;
    const timer = setTimeout(() => setAttempt(attempt + 1), retryMs);
    return () => clearTimeout(timer);
  }, [problem, attempt]);

  if (problem && problem.status !== 0) return <WrongCode code={code!} problem={problem.words} />;
  return (
    <>
      <RoomLine title={title ? <span lang={title.lang}>{title.text}</span> : ''} sub={<span class="digits">{inThrees(code!)}</span>}>
        <LanguageMenu />
      </RoomLine>
      {problem && <Banner kind="wait">{t('join.no-connection')}</Banner>}
      {!door ? (
        <Looking />
      ) : door.returning && !asNew ? (
        <ComeBack door={door} name={door.returning.name} onOther={() => setAsNew(true)} />
      ) : (
        <Enter code={code!} door={door} />
      )}
    </>
  );
}

function Looking() {
  return (
    <main class="column">
      <Skeleton label={t('join.searching')} lines={6} />
    </main>
  );
}

/** This browser has been in before: one press brings it back as the same person. */
function ComeBack({ door, name, onOther }: { readonly door: Door; readonly name: string; readonly onOther: () => void }) {
  return (
    <main class="page">
      <div class="column centred">
        <div class="stack gap-5">
          <h1>
            <PersonText>{name}</PersonText>
          </h1>
          <p class="muted">{t('home.you-are-in', { name })}</p>
          {door.phase === 'open' && (
            <Button look="plain" onClick={onOther}>
              {t('join.as-new')}
            </Button>
          )}
        </div>
      </div>
      <div class="foot">
        <LinkButton look="filled" size="lg" block href={`/w/${door.workshop}`}>
          {t('home.return')}
        </LinkButton>
      </div>
    </main>
  );
}

function Enter({ code, door }: { readonly code: string; readonly door: Door }) {
  if (door.phase !== 'closed') return <JoinForm code={code} door={door} />;
  return (
    <main class="column centred">
      <Empty>
        <h1>{t('join.shut')}</h1>
        <LinkButton href="/">{t('join.other-code')}</LinkButton>
      </Empty>
    </main>
  );
}
