import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { Dialog } from '../../ui/Dialog';
import { type FieldRef, TextField } from '../../ui/fields';
import { PlusIcon } from '../../ui/icons.g';
import { useMedia } from '../../ui/media';
import { Words } from '../../ui/Words';
import type { CardId, ClusterId, ClusterRecord } from '../../wire/wire.g';
import { useDesk } from './desk';
import { leaving } from './focus';
import type { Place } from './sorting';
import './targets.css';

/** With more clusters than this, a search stands above them. */
const fewClusters = 8;

interface MoveSheetProps {
  readonly cards: readonly CardId[];
  readonly onClose: () => void;
}

/** Asks where cards go: into a cluster, back to the unsorted ones, or into a new cluster. */
export function MoveSheet({ cards, onClose }: MoveSheetProps) {
  const { store } = useWorkshop();
  const { sorting, sorter, open } = useDesk();
  const [query, setQuery] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const search: FieldRef = useRef<HTMLInputElement>(null);
  const mouse = useMedia('(pointer: fine)');
  // With a mouse there is a keyboard to type on; on a phone it would cover the clusters.
  useEffect(() => ((mouse ? search.current : null) ?? list.current?.querySelector('button'))?.focus(), []);
  const clusters = sorting.clusters.value;
  const wanted = query.trim().toLocaleLowerCase();
  const found = clusters.filter(
    (cluster) => wanted === '' || wordsOf(store.at<ClusterRecord>(`cluster:${cluster}`).value).includes(wanted),
  );
  const somewhere = cards.some((card) => sorting.placeOf(card) !== undefined);
  const place = (to: Place): void => {
    onClose();
    leaving(sorting, cards, () => sorter.place(cards, to));
  };
  const move = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const lines = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = lines.indexOf(document.activeElement as HTMLButtonElement);
    const target = event.key === 'ArrowDown' ? lines[at + 1] : event.key === 'ArrowUp' ? lines[Math.max(at - 1, 0)] : undefined;
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  const pickFirst = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && wanted !== '' && found[0] !== undefined) {
      event.preventDefault();
      place(found[0]);
    } else move(event);
  };

  return (
    <Dialog title={t('sort.move-ask', { count: cards.length })} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      {clusters.length > fewClusters && (
        <TextField label={t('sort.find-group')} value={query} onInput={setQuery} onKeyDown={pickFirst} inputRef={search} />
      )}
      <ul class="targets" ref={list} onKeyDown={move}>
        {found.map((cluster) => (
          <Target key={cluster} cluster={cluster} here={cards.every((card) => sorting.placeOf(card) === cluster)} onChoose={place} />
        ))}
        {wanted !== '' && found.length === 0 && <li class="hint">{t('sort.no-such-group')}</li>}
        {somewhere && (
          <li>
            <button type="button" class="target" onClick={() => place(undefined)}>
              <span class="grow">{t('cl.unsorted')}</span>
              <span class="muted">{number(sorting.cardsIn(undefined).value.length)}</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" class="target new" onClick={() => open({ does: 'create', cards })}>
            <PlusIcon size={18} />
            <span class="grow">{t('sort.new-ask')}</span>
          </button>
        </li>
      </ul>
    </Dialog>
  );
}

function Target({
  cluster,
  here,
  onChoose,
}: {
  readonly cluster: ClusterId;
  readonly here: boolean;
  readonly onChoose: (to: Place) => void;
}) {
  const { sorting } = useDesk();
  const record = useRecord<ClusterRecord>(`cluster:${cluster}`);
  if (!record) return null;
  return (
    <li>
      <button type="button" class="target" aria-disabled={here || undefined} onClick={() => !here && onChoose(cluster)}>
        <span class="digits hint">{record.number}</span>
        <span class="grow">
          <Words of={record.name} />
        </span>
        <span class="muted">{here ? t('sort.here') : number(sorting.cardsIn(cluster).value.length)}</span>
      </button>
    </li>
  );
}

/** All that a cluster is called and counted by, to be searched in. */
function wordsOf(record: ClusterRecord | undefined): string {
  if (!record) return '';
  const names = Object.values(record.name.versions).map(({ text }) => text);
  return [record.number, wordingOf(record.name).text, ...names].join('\n').toLocaleLowerCase();
}
