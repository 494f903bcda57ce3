import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../i18n/messages';
import { LinkButton } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Banner } from '../../ui/status';
import { AccountForm, LoginField } from './AccountForm';
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
  const length = Array.from(password).length;
  return (
    <AccountForm
      complete={name.trim() !== '' && login.trim() !== '' && length >= shortest}
      send={() => setUp({ token, name: name.trim(), login: login.trim(), password, language: language().code })}
      to="/workshops"
      go={t('setup.go')}
      working={t('setup.working')}
      means={t('setup.means')}
    >
      {(asked) => (
        <>
          <TextField
            label={t('join.name')}
            placeholder={t('join.name-example')}
            autocomplete="name"
            value={name}
            onInput={setName}
            error={asked && !name.trim() ? t('setup.name-missing') : undefined}
          />
          <LoginField value={login} onInput={setLogin} asked={asked} />
          <TextField
            label={t('sign-in.password')}
            hint={t('setup.password-hint')}
            type="password"
            autocomplete="new-password"
            value={password}
            onInput={setPassword}
            error={asked && length < shortest ? t('setup.password-short', { count: length }) : undefined}
          />
        </>
      )}
    </AccountForm>
  );
}
