import { useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { GroupMark } from '../../ui/GroupMark';
import { EllipsisVerticalIcon, LogOutIcon } from '../../ui/icons.g';
import { Menu, type MenuItem } from '../../ui/Menu';
import { PersonText } from '../../ui/status';
import type { MeRecord, WorkshopRecord } from '../../wire/wire.g';

/** One's name as the room sees it, and one's group. */
function WhoAmI({ me }: { readonly me: MeRecord }) {
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  const place = groups.findIndex(({ id }) => id === me.group);
  const group = groups[place] && wordingOf(groups[place].name);
  return (
    <>
      {me.name && (
        <p class="strong">
          <PersonText>{me.name}</PersonText>
        </p>
      )}
      {group && (
        <GroupMark place={place}>
          <bdi lang={group.lang}>{group.text}</bdi>
        </GroupMark>
      )}
    </>
  );
}

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
      <Menu label={t('person.menu')} items={all} head={me && <WhoAmI me={me} />}>
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
