import { t } from '../i18n/messages';
import { useWorkshop } from '../store/context';
import { Status } from './status';

/** Whether everything that was done here has arrived. */
export function SavedState() {
  const { outbox } = useWorkshop();
  const entries = outbox.entries.value;
  const count = (state: string): number => entries.filter((entry) => entry.state === state).length;
  if (count('refused') > 0) return <Status kind="bad">{t('console.refused-count', { count: count('refused') })}</Status>;
  if (count('device') > 0) return <Status kind="off">{t('console.device-count', { count: count('device') })}</Status>;
  if (count('sending') > 0) return <Status kind="wait">{t('st.sending')}</Status>;
  return <Status kind="ok">{t('console.all-saved')}</Status>;
}
