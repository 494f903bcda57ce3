import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { PlusIcon } from '../../ui/icons.g';
import { Empty } from '../../ui/status';
import { useDesk } from './desk';
import { Group } from './Group';
import { Keys } from './Keys';

/** The clusters in order, and a way to another one. */
export function Groups() {
  const { sorting, changeable, open } = useDesk();
  const clusters = sorting.clusters.value;
  return (
    <section class="groups" aria-labelledby="groups-head">
      <header class="groups-head">
        <h2 id="groups-head" tabIndex={-1}>
          {t('sort.groups')} <span class="muted">{number(clusters.length)}</span>
        </h2>
        <Keys />
        {changeable && (
          <Button size="sm" popup="dialog" onClick={() => open({ does: 'create', cards: sorting.selected.peek() })}>
            <PlusIcon size={18} /> {t('sort.new-ask')}
          </Button>
        )}
      </header>
      {clusters.length === 0 ? (
        <Empty>
          <p>{changeable ? t('sort.no-groups') : t('sort.no-groups-yet')}</p>
        </Empty>
      ) : (
        <div class="groups-grid">
          {clusters.map((cluster, i) => (
            <Group key={cluster} cluster={cluster} first={i === 0} last={i === clusters.length - 1} />
          ))}
        </div>
      )}
    </section>
  );
}
