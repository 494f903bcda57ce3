import { t } from '../../i18n/messages';
import { useCommand, useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Words } from '../../ui/Words';
import type { ActivityId, ClusterId, PrioritiesRecord, ResultRecord, VoteRecord } from '../../wire/wire.g';

interface AdoptSheetProps {
  readonly activity: ActivityId;
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  readonly selected: readonly ClusterId[];
  readonly onClose: () => void;
}

/** Asks before the ranking is adopted: the list is frozen then. */
export function AdoptSheet({ activity, vote, result, selected, onClose }: AdoptSheetProps) {
  const send = useCommand();
  const earlier = useRecord<PrioritiesRecord>('priorities');
  const adopt = (): void => {
    onClose();
    send({ type: 'adoptPriorities', vote: activity, selected });
  };
  return (
    <Dialog
      title={t('results.adopt-ask', { count: selected.length })}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button look="filled" onClick={adopt}>
            {t('results.adopt', { count: selected.length })}
          </Button>
        </>
      }
    >
      <ol class="adopted-list">
        {selected.map((item) => {
          const name = vote.items.find(({ id }) => id === item)?.name;
          const dots = result.rows.find((row) => row.item === item)?.dots ?? 0;
          return (
            <li key={item}>
              <span class="strong">{name && <Words of={name} />}</span> <span class="muted">{t('res.dots', { count: dots })}</span>
            </li>
          );
        })}
      </ol>
      <p>{t('results.adopt-means')}</p>
      {earlier && earlier.vote !== activity && <p>{t('results.adopt-replaces')}</p>}
    </Dialog>
  );
}
