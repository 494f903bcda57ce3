import { useEffect } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { type Key, t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Banner } from '../../ui/status';
import type { Entry } from '../../wire/outbox';
import type { Command } from '../../wire/wire.g';

const acts: Partial<Readonly<Record<Command['type'], Key>>> = {
  placeCards: 'sort.act-place',
  createCluster: 'sort.act-create',
  renameCluster: 'sort.act-rename',
  moveCluster: 'sort.act-order',
  removeCluster: 'sort.act-dissolve',
  parkCard: 'sort.act-park',
  restoreCard: 'sort.act-restore',
  openActivity: 'sort.act-open',
  closeActivity: 'sort.act-close',
};

/** The newest act of this page that was not accepted, why, and the ways out. `onRename` changes the name that was refused. */
export function Refused({ onRename }: { readonly onRename: (refused: Entry) => void }) {
  const { outbox } = useWorkshop();
  const refused = outbox.entries.value.findLast(({ state, command }) => state === 'refused' && acts[command.type]);
  const why = refused?.rejection && reason(refused.rejection);
  useEffect(() => {
    if (why) announce(why, true);
  }, [refused?.id, why]);
  if (!refused) return null;
  const named = refused.command.type === 'createCluster' || refused.command.type === 'renameCluster';
  return (
    <Banner
      kind="bad"
      action={
        <span class="row wrap gap-2">
          {named && (
            <Button size="sm" popup="dialog" onClick={() => onRename(refused)}>
              {t('sort.change-name')}
            </Button>
          )}
          <Button size="sm" onClick={() => outbox.retry(refused.id)}>
            {t('st.retry')}
          </Button>
          <Button size="sm" look="plain" onClick={() => outbox.discard(refused.id)}>
            {t('ctl.dismiss')}
          </Button>
        </span>
      }
    >
      <b>{t(acts[refused.command.type]!)}</b> {why}
    </Banner>
  );
}
