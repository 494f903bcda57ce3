import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

interface AskProps {
  readonly title: string;
  /** The words of the button that does it. */
  readonly does: string;
  readonly onDo: () => void;
  readonly onClose: () => void;
  /** The consequence. */
  readonly children: ComponentChildren;
}

/** Asks before something that cannot be taken back, or stops the room. */
export function Ask({ title, does, onDo, onClose, children }: AskProps) {
  return (
    <Dialog
      title={title}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button
            look="filled"
            onClick={() => {
              onClose();
              onDo();
            }}
          >
            {does}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
