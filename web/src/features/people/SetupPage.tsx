import { useEffect, useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { language, t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button, LinkButton } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { navigate } from '../../ui/navigate';
import { Banner } from '../../ui/status';
import { setUp, setupNeeded } from './accounts';
import { StaffTop } from './StaffTop';

const shortest = 12;

/** The link that the server prints when it starts on an empty folder leads here: its fragment is the right to make the first account. */
export function SetupPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [needed, setNeeded] = useState(true);
  useEffect(() => {
    void setupNeeded().then((answer) => answer.ok && setNeeded(answer.value.needed));
  }, []);
  return (
    <>
      <StaffTop title={t('setup.title')} />
      <main class="column">
        <h1>{t('setup.title')}</h1>
        {!needed ? (
          <>
            <Banner kind="info">{t('setup.not-needed')}</Banner>
            <LinkButton look="filled" href="/sign-in">
              {t('sign-in.go')}
            </LinkButton>
          </>
        ) : token ? (
          <SetupForm token={token} />
        ) : (
          <Banner kind="wait">{t('setup.no-link')}</Banner>
        )}
      </main>
    </>
  );
}

function SetupForm({ token }: { readonly token: string }) {
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<string>();
  const length = Array.from(password).length;

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!name.trim() || !login.trim() || length < shortest) return;
    setWorking(true);
    const answer = await setUp({ token, name: name.trim(), login: login.trim(), password, language: language().code });
    setWorking(false);
    if (answer.ok) {
      navigate('/workshops', { replace: true });
      return;
    }
    const words = reason(answer.problem);
    setRefused(words);
    announce(words, true);
  };

  return (
    <form
      class="stack gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p class="muted">{t('setup.means')}</p>
      {refused && <Banner kind="bad">{refused}</Banner>}
      <TextField
        label={t('join.name')}
        placeholder={t('join.name-example')}
        autocomplete="name"
        value={name}
        onInput={setName}
        error={asked && !name.trim() ? t('setup.name-missing') : undefined}
      />
      <TextField
        label={t('sign-in.login')}
        autocomplete="username"
        value={login}
        onInput={setLogin}
        error={asked && !login.trim() ? t('sign-in.login-missing') : undefined}
      />
      <TextField
        label={t('sign-in.password')}
        hint={t('setup.password-hint')}
        type="password"
        autocomplete="new-password"
        value={password}
        onInput={setPassword}
        error={asked && length < shortest ? t('setup.password-short', { count: length }) : undefined}
      />
      <Button submit look="filled" size="lg" working={working ? t('setup.working') : undefined}>
        {t('setup.go')}
      </Button>
    </form>
  );
}
