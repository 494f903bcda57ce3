import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import { Words } from '../../ui/Words';
import type { CardRecord } from '../../wire/wire.g';
import { useModeration } from './moderation';

interface SetAsideSheetProps {
  readonly card: CardRecord;
  readonly how: 'hide' | 'park';
  readonly onClose: () => void;
}

/** Hides or parks a card, with what its author or everyone is told. */
export function SetAsideSheet({ card, how, onClose }: SetAsideSheetProps) {
  const moderation = useModeration();
  const [reason, setReason] = useState('');
  const hide = how === 'hide';
  const act = (): void => {
    onClose();
    moderation[how](card, reason.trim());
  };
  return (
    <Dialog
      title={hide ? t('moderation.hide-title') : t('moderation.park-title')}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button look="filled" onClick={act}>
            {hide ? t('moderation.hide-card') : t('moderation.park-card')}
          </Button>
        </>
      }
    >
      <p class="card-text">
        <Words of={card.text} />
      </p>
      <TextField
        label={t('moderation.reason')}
        hint={hide ? t('moderation.hide-means') : t('moderation.park-means')}
        value={reason}
        onInput={setReason}
        onKeyDown={(event) => event.key === 'Enter' && act()}
      />
    </Dialog>
  );
}
