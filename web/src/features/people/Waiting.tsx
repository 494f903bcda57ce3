import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { MarkIcon } from '../../ui/RoomLine';
import type { HereRecord, MeRecord, WorkshopRecord } from '../../wire/wire.g';
import './waiting.css';

/** Nothing is asked of the person now: says that they are in, and that the screen changes by itself. */
export function Waiting() {
  const me = useRecord<MeRecord>('me');
  const here = useRecord<HereRecord>('here');
  const closed = useRecord<WorkshopRecord>('workshop')?.phase === 'closed';
  return (
    <main class="column centred waiting">
      <MarkIcon size={88} />
      <div class="stack gap-2">
        <h1 tabIndex={-1}>{closed ? t('wait.closed') : me?.name ? t('wait.in', { name: me.name }) : t('wait.next')}</h1>
        {!closed && me?.name && <p class="strong">{t('wait.next')}</p>}
        {!closed && <p class="muted">{t('wait.soon')}</p>}
      </div>
      {!closed && here && <p class="waiting-here">{t('wait.here', { count: here.people })}</p>}
    </main>
  );
}
