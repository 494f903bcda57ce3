import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Words } from '../../ui/Words';
import type { ClusterId, ClusterRecord } from '../../wire/wire.g';
import { useDesk } from './desk';

/** Asks before a cluster is dissolved: its name goes with it. */
export function DissolveSheet({ cluster, onClose }: { readonly cluster: ClusterId; readonly onClose: () => void }) {
  const { sorting, sorter } = useDesk();
  const record = useRecord<ClusterRecord>(`cluster:${cluster}`);
  const size = sorting.cardsIn(cluster).value.length;
  if (!record) return null;
  const dissolve = (): void => {
    onClose();
    sorter.dissolve(cluster);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.groups-head h2')?.focus());
  };
  return (
    <Dialog
      title={t('sort.dissolve-ask')}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button look="filled" onClick={dissolve}>
            {t('sort.dissolve')}
          </Button>
        </>
      }
    >
      <p class="strong">
        <span class="digits">{record.number}</span> <Words of={record.name} />
      </p>
      <p>{size === 0 ? t('sort.dissolve-empty') : t('sort.dissolve-means', { count: size })}</p>
    </Dialog>
  );
}
