import type { ComponentChildren } from 'preact';
import { t } from '../i18n/messages';
import { useWorkshop } from '../store/context';
import { LinkButton } from './Button';
import { RoomBar } from './RoomBar';
import { Empty } from './status';

/** A page of the facilitator's that has nothing to show, why, and the way back to the console. */
export function Outside({ children }: { readonly children: ComponentChildren }) {
  const { id } = useWorkshop();
  return (
    <>
      <RoomBar staff />
      <main class="column centred">
        <Empty>
          <p>{children}</p>
          <LinkButton href={`/w/${id}/run`} look="filled">
            {t('settings.back')}
          </LinkButton>
        </Empty>
      </main>
    </>
  );
}
