import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand } from '../../store/context';
import { Dialog } from '../../ui/Dialog';
import type { ActivityId } from '../../wire/wire.g';
import { CardForm } from './CardForm';
import { Compass } from './Compass';
import type { Draft } from './draft';
import { type Section, sections } from './sections';

interface AddSheetProps {
  readonly activity: ActivityId;
  readonly draft: Draft;
  readonly first: Section['id'];
  readonly onSent?: (section: Section['id']) => void;
  readonly onClose: () => void;
}

/** Writing a card: the section can still be changed here, without losing the text. */
export function AddSheet({ activity, draft, first, onSent, onClose }: AddSheetProps) {
  const send = useCommand();
  const [target, setTarget] = useState(first);
  const section = sections.find(({ id }) => id === target)!;
  return (
    <Dialog title={t('swot.add')} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      <Compass activity={activity} label={t('swot.target')} current={target} onChoose={setTarget} />
      <CardForm
        label={t(section.write)}
        draft={draft}
        send={t('card.send')}
        onCancel={onClose}
        focused
        onSend={(text, language) => {
          send({ type: 'addCard', activity, section: target, text, ...(language ? { language } : {}) });
          draft.clear();
          onSent?.(target);
          onClose();
        }}
      />
    </Dialog>
  );
}
