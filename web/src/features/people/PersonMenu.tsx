import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand, useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EllipsisVerticalIcon, LogOutIcon } from '../../ui/icons.g';
import { Menu, type MenuItem } from '../../ui/Menu';
import type { MeRecord } from '../../wire/wire.g';

/** Everyone's menu. `items` stand before "Leave the workshop". */
export function PersonMenu({ items = [] }: { readonly items?: readonly MenuItem[] }) {
  const me = useRecord<MeRecord>('me');
  const send = useCommand();
  const [asking, setAsking] = useState(false);
  const leave: readonly MenuItem[] =
    me?.attendance === 'present'
      ? [
          {
            key: 'leave',
            label: (
              <>
                <LogOutIcon flips /> {t('person.leave')}
              </>
            ),
            onChoose: () => setAsking(true),
          },
        ]
      : [];
  const all = [...items, ...leave];
  if (all.length === 0) return null;
  return (
    <>
      <Menu label={t('person.menu')} items={all}>
        <EllipsisVerticalIcon />
      </Menu>
      {asking && (
        <Dialog
          title={t('person.leave-ask')}
          closeLabel={t('ctl.close-sheet')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t('ctl.cancel')}</Button>
              <Button
                look="filled"
                onClick={() => {
                  setAsking(false);
                  send({ type: 'leaveWorkshop' });
                }}
              >
                {t('person.leave')}
              </Button>
            </>
          }
        >
          <p>{t('person.leave-means')}</p>
        </Dialog>
      )}
    </>
  );
}
