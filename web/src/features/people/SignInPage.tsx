import { useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { navigate } from '../../ui/navigate';
import { Banner } from '../../ui/status';
import { signIn } from './accounts';
import { StaffTop } from './StaffTop';

/** The door of those who run workshops. `?to=` leads on afterwards, to a page of ours only. */
export function SignInPage() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<string>();
  const to = destination(location.search);

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!login.trim() || !password) return;
    setWorking(true);
    const answer = await signIn(login.trim(), password);
    setWorking(false);
    if (answer.ok) {
      navigate(to, { replace: true });
      return;
    }
    const words = reason(answer.problem);
    setRefused(words);
    announce(words, true);
  };

  return (
    <>
      <StaffTop title={t('sign-in.title')} />
      <main class="column">
        <h1>{t('sign-in.title')}</h1>
        {refused ? <Banner kind="bad">{refused}</Banner> : to !== home && <p class="muted">{t('sign-in.please')}</p>}
        <form
          class="stack gap-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField
            label={t('sign-in.login')}
            autocomplete="username"
            value={login}
            onInput={setLogin}
            error={asked && !login.trim() ? t('sign-in.login-missing') : undefined}
          />
          <TextField
            label={t('sign-in.password')}
            type="password"
            autocomplete="current-password"
            value={password}
            onInput={setPassword}
            error={asked && !password ? t('sign-in.password-missing') : undefined}
          />
          <Button submit look="filled" size="lg" working={working ? t('sign-in.working') : undefined}>
            {t('sign-in.go')}
          </Button>
        </form>
      </main>
    </>
  );
}

const home = '/workshops';

/** Where to go once signed in: an address of ours, never another site's. */
export function destination(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? home;
  return /^\/(?![/\\])/.test(to) ? to : home;
}
