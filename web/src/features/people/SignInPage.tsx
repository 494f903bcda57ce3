import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { TextField } from '../../ui/fields';
import { AccountForm, LoginField } from './AccountForm';
import { signIn } from './accounts';
import { StaffTop } from './StaffTop';

/** The door of those who run workshops. `?to=` leads on afterwards, to a page of ours only. */
export function SignInPage() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const to = destination(location.search);
  return (
    <>
      <StaffTop title={t('sign-in.title')} />
      <main class="column">
        <h1>{t('sign-in.title')}</h1>
        <AccountForm
          complete={login.trim() !== '' && password !== ''}
          send={() => signIn(login.trim(), password)}
          to={to}
          go={t('sign-in.go')}
          working={t('sign-in.working')}
          means={to === home ? undefined : t('sign-in.please')}
        >
          {(asked) => (
            <>
              <LoginField value={login} onInput={setLogin} asked={asked} />
              <TextField
                label={t('sign-in.password')}
                type="password"
                autocomplete="current-password"
                value={password}
                onInput={setPassword}
                error={asked && !password ? t('sign-in.password-missing') : undefined}
              />
            </>
          )}
        </AccountForm>
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
