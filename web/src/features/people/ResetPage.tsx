import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { Banner } from '../../ui/status';
import { resetPassword } from './accounts';
import { NewPasswordForm } from './NewPasswordForm';
import { StaffTop } from './StaffTop';

/** The link that the operator made for somebody whose password is lost leads here: its fragment is the right to choose a new one. */
export function ResetPage() {
  const [token] = useState(() => location.hash.slice(1));
  return (
    <>
      <StaffTop title={t('reset.title')} />
      <main class="column">
        <h1>{t('reset.title')}</h1>
        {token ? (
          <NewPasswordForm means={t('password.means')} go={t('reset.go')} ready send={(password) => resetPassword(token, password)} />
        ) : (
          <Banner kind="wait">{t('reset.no-link')}</Banner>
        )}
      </main>
    </>
  );
}
