import type { ComponentChildren } from 'preact';
import { t } from '../i18n/messages';
import { useRecord, useWorkshop } from '../store/context';
import type { MeRecord } from '../wire/wire.g';
import { LinkButton } from './Button';
import { RoomBar } from './RoomBar';
import { Empty } from './status';

/** A page of the facilitator's that has nothing to show, why, and the way back: to the console, or for others to what is live. */
export function Outside({ children }: { readonly children: ComponentChildren }) {
  const { id } = useWorkshop();
  const role = useRecord<MeRecord>('me')?.role;
  const staff = role === 'facilitator' || role === 'secretariat';
  return (
    <>
      <RoomBar staff />
      <main class="column centred">
        <Empty>
          <p>{children}</p>
          <LinkButton href={staff ? `/w/${id}/run` : `/w/${id}`} look="filled">
            {staff ? t('settings.back') : t('home.return')}
          </LinkButton>
        </Empty>
      </main>
    </>
  );
}
