import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { TextField } from '../../ui/fields';
import { navigate } from '../../ui/navigate';
import { changePassword } from './accounts';
import { NewPasswordForm } from './NewPasswordForm';
import { StaffTop } from './StaffTop';

/** Who is signed in chooses another password. */
export function PasswordPage() {
  const [current, setCurrent] = useState('');
  return (
    <>
      <StaffTop title={t('password.title')} />
      <main class="column">
        <h1>{t('password.title')}</h1>
        <NewPasswordForm
          means={t('password.means')}
          go={t('password.go')}
          ready={current !== ''}
          send={async (password) => {
            const answer = await changePassword(current, password);
            if (!answer.ok && answer.status === 401) navigate('/sign-in?to=/password', { replace: true });
            return answer;
          }}
        >
          {(asked) => (
            <TextField
              label={t('password.current')}
              type="password"
              autocomplete="current-password"
              value={current}
              onInput={setCurrent}
              error={asked && !current ? t('sign-in.password-missing') : undefined}
            />
          )}
        </NewPasswordForm>
      </main>
    </>
  );
}
