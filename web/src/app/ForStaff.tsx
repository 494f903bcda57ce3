import type { ComponentChildren } from 'preact';
import { t } from '../i18n/messages';
import { useRecord, useWorkshop } from '../store/context';
import { LinkButton } from '../ui/Button';
import { RoomBar } from '../ui/RoomBar';
import { Empty } from '../ui/status';
import type { MeRecord } from '../wire/wire.g';

/** Draws the page for those who run the workshop. What others may not see never reaches them; this spares them empty pages. */
export function ForStaff({ children }: { readonly children: ComponentChildren }) {
  const { id, me } = useWorkshop();
  const role = useRecord<MeRecord>('me')?.role ?? me.role;
  if (role === 'facilitator' || role === 'secretariat') return <>{children}</>;
  return (
    <>
      <RoomBar heading />
      <main class="column centred">
        <Empty>
          <p>{t('workshop.not-allowed')}</p>
          <LinkButton href={`/w/${id}`} look="filled">
            {t('live.go')}
          </LinkButton>
        </Empty>
      </main>
    </>
  );
}
