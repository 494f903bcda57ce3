import type { TargetedKeyboardEvent } from 'preact';
import { list, number, wordingOf } from '../../i18n/format';
import { ownName } from '../../i18n/languages';
import { t } from '../../i18n/messages';
import { stateWords } from '../../i18n/states';
import { useMark, useRecord } from '../../store/context';
import { EllipsisVerticalIcon } from '../../ui/icons.g';
import { Menu, type MenuItem } from '../../ui/Menu';
import { Status } from '../../ui/status';
import { LanguageOf, Words } from '../../ui/Words';
import type { ClusterId, ClusterRecord, Text, WorkshopRecord } from '../../wire/wire.g';
import { CardList } from './CardList';
import { useDesk } from './desk';
import './group.css';

interface GroupProps {
  readonly cluster: ClusterId;
  readonly first: boolean;
  readonly last: boolean;
}

/** A cluster on the sorting page: its number, its name in two languages, its size, its cards. */
export function Group({ cluster, first, last }: GroupProps) {
  const { sorting, changeable } = useDesk();
  const record = useRecord<ClusterRecord>(`cluster:${cluster}`);
  const mark = useMark(`cluster:${cluster}`);
  const size = sorting.cardsIn(cluster).value.length;
  const found = sorting.foundIn(cluster).value.length;
  if (!record) return null;
  const own = mark?.entries.some(({ command, state }) => command.type !== 'placeCards' && state !== 'saved');
  const state = own && mark ? stateWords(mark.state) : undefined;
  return (
    <section class={own ? 'group-box on-its-way' : 'group-box'} data-place={cluster} aria-labelledby={`group-${cluster}`}>
      <header>
        <h2 id={`group-${cluster}`} tabIndex={-1}>
          <Words of={record.name} />
        </h2>
        <span class="group-end">
          <span class="group-size">
            {found < size ? (
              t('sort.part-of', { part: found, all: size })
            ) : (
              <>
                <span aria-hidden="true">{number(size)}</span>
                <span class="sr">{t('clusters.size', { count: size })}</span>
              </>
            )}
          </span>
          {changeable && <GroupMenu cluster={cluster} first={first} last={last} name={record.name} size={size} />}
        </span>
        <div class="group-sub">
          {record.number && <span class="digits hint">{record.number}</span>} <LanguageOf text={record.name} />
          <OtherName name={record.name} />
          {state && <Status kind={state.kind}>{state.words}</Status>}
        </div>
      </header>
      {size === 0 ? (
        <p class="hint">{changeable ? t('sort.group-empty') : t('sort.group-empty-closed')}</p>
      ) : found === 0 ? (
        <p class="hint">{t('sort.nothing-found')}</p>
      ) : (
        <Cards cluster={cluster} label={wordingOf(record.name).text} />
      )}
    </section>
  );
}

/** The name in a second language of the workshop, and in which of its languages there is none yet. */
function OtherName({ name }: { readonly name: Text }) {
  const languages = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const shown = wordingOf(name).lang;
  const second = languages.find((tag) => tag !== shown && name.versions[tag]);
  const missing = languages.filter((tag) => !name.versions[tag]);
  return (
    <>
      {second && (
        <span lang={second} dir="auto">
          {name.versions[second]?.text}
        </span>
      )}
      {missing.length > 0 && <Status kind="wait">{t('sort.name-missing', { languages: list(missing.map(ownName)) })}</Status>}
    </>
  );
}

function Cards({ cluster, label }: { readonly cluster: ClusterId; readonly label: string }) {
  const { sorting } = useDesk();
  const unfolded = sorting.isUnfolded(cluster);
  const folded = sorting.foundIn(cluster).value.length - sorting.drawnIn(cluster).value.length;
  return (
    <>
      <CardList place={cluster} label={label} />
      {sorting.isFoldable(cluster) && (
        <button type="button" class="group-more" aria-expanded={unfolded} onClick={() => sorting.fold(cluster, !unfolded)}>
          {unfolded ? t('sort.fewer') : t('sort.more', { count: folded })}
        </button>
      )}
    </>
  );
}

function GroupMenu({ cluster, first, last, name, size }: GroupProps & { readonly name: Text; readonly size: number }) {
  const { sorting, sorter, open } = useDesk();
  const items: readonly (MenuItem | false)[] = [
    { key: 'rename', label: t('sort.rename'), onChoose: () => open({ does: 'rename', cluster }) },
    size > 0 && { key: 'all', label: t('sort.select-all'), onChoose: () => sorting.selectAll(cluster) },
    !first && { key: 'earlier', label: t('sort.earlier'), onChoose: () => sorter.order(cluster, -1) },
    !last && { key: 'later', label: t('sort.later'), onChoose: () => sorter.order(cluster, 1) },
    { key: 'dissolve', label: t('sort.dissolve'), destructive: true, onChoose: () => open({ does: 'dissolve', cluster }) },
  ];
  const key = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (!event.altKey || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const button = event.currentTarget;
    sorter.order(cluster, event.key === forward || event.key === 'ArrowDown' ? 1 : -1);
    requestAnimationFrame(() => button.focus());
  };
  return (
    <Menu
      label={t('sort.group-menu', { group: wordingOf(name).text })}
      look="plain"
      size="sm"
      items={items.filter((item) => item !== false)}
      button={{ onKeyDown: key }}
    >
      <EllipsisVerticalIcon size={18} />
    </Menu>
  );
}
