import { useEffect, useState } from 'preact/hooks';
import { day, reason, wordingOf } from '../../i18n/format';
import { type Key, t } from '../../i18n/messages';
import { Button, LinkButton } from '../../ui/Button';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { navigate } from '../../ui/navigate';
import { RoomLine } from '../../ui/RoomLine';
import { Banner, Empty, Skeleton, Status } from '../../ui/status';
import { useTitle } from '../../ui/title';
import { post } from '../../wire/http';
import type { Phase, Problem } from '../../wire/wire.g';
import { listWorkshops, type WorkshopLine } from './workshops';
import './workshops.css';

const phases: Readonly<Record<Phase, readonly [kind: 'wait' | 'ok' | 'idle', key: Key]>> = {
  preparing: ['wait', 'phase.preparing'],
  open: ['ok', 'phase.open'],
  closed: ['idle', 'phase.closed'],
};

/** The workshops of who is signed in, and the way to a new one. */
export function WorkshopsPage() {
  const [workshops, setWorkshops] = useState<readonly WorkshopLine[]>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    void listWorkshops().then((answer) => {
      if (answer.ok) setWorkshops(answer.value.workshops);
      else if (answer.status === 401) navigate('/sign-in?to=/workshops', { replace: true });
      setProblem(answer.ok ? undefined : answer.problem);
    });
  }, [attempt]);

  useTitle(t('workshops.title'));
  return (
    <>
      <RoomLine title={t('workshops.title')} sub={t('home.name')}>
        <LinkButton href="/password">{t('password.link')}</LinkButton>
        <Button onClick={() => void post('/api/sign-out').then(() => navigate('/'))}>{t('sign-in.out')}</Button>
        <LanguageMenu />
      </RoomLine>
      <main class="column wide">
        <div class="row wrap">
          <h1 class="grow">{t('workshops.title')}</h1>
          <LinkButton look="filled" href="/workshops/new">
            {t('workshops.new')}
          </LinkButton>
        </div>
        {problem && (
          <Banner kind="bad" action={<Button onClick={() => setAttempt(attempt + 1)}>{t('st.retry')}</Button>}>
            {reason(problem)}
          </Banner>
        )}
        {!workshops && !problem && <Skeleton label={t('page.loading')} lines={4} />}
        {workshops?.length === 0 && (
          <Empty>
            <p>{t('workshops.empty')}</p>
          </Empty>
        )}
        {workshops && workshops.length > 0 && (
          <ul class="workshops">
            {workshops.map((line) => (
              <Line key={line.workshop} line={line} />
            ))}
          </ul>
        )}
      </main>
    </>
  );
}

function Line({ line }: { readonly line: WorkshopLine }) {
  const { text, lang } = wordingOf(line.title);
  const [kind, key] = phases[line.phase];
  return (
    <li>
      <a href={`/w/${line.workshop}/run`}>
        <span class="strong" lang={lang} dir="auto">
          {text}
        </span>
        <span class="hint">{t('workshops.created', { date: day(line.createdAt) })}</span>
        <Status kind={kind}>{t(key)}</Status>
      </a>
    </li>
  );
}
