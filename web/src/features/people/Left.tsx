import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useMark } from '../../store/context';
import { Button } from '../../ui/Button';
import { Banner, Empty } from '../../ui/status';

/** Who has left sees nothing of what goes on, and one way back. */
export function Left() {
  const send = useCommand();
  const rejection = useMark('me')?.rejection;
  return (
    <main class="column centred">
      {rejection && <Banner kind="bad">{reason(rejection)}</Banner>}
      <Empty>
        <h1>{t('person.left')}</h1>
        <p>{t('person.left-means')}</p>
        <Button look="filled" size="lg" onClick={() => send({ type: 'returnToWorkshop' })}>
          {t('home.return')}
        </Button>
      </Empty>
    </main>
  );
}
