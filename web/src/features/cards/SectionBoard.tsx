import { useEffect, useRef, useState } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { PlusIcon } from '../../ui/icons.g';
import { Empty, Skeleton } from '../../ui/status';
import type { ActivityId, CardRecord } from '../../wire/wire.g';
import { AddSheet } from './AddSheet';
import { BoardCard } from './BoardCard';
import type { Draft } from './draft';
import type { Holding } from './holding';
import type { Place } from './placing';
import type { Section } from './sections';
import './swot.css';

interface SectionBoardProps {
  readonly activity: ActivityId;
  readonly section: Section;
  readonly ids: readonly string[];
  readonly draft: Draft;
  readonly loading: boolean;
  readonly holding: Holding;
  /** The one card that Tab goes to; arrows reach the others. */
  readonly reachable: string | undefined;
  readonly onFocus: (id: string) => void;
}

/** A section of the board: what belongs here, its cards, and where the one that is held would lie. */
export function SectionBoard({ activity, section, ids, draft, loading, holding, reachable, onFocus }: SectionBoardProps) {
  const [adding, setAdding] = useState(false);
  const { held } = holding;
  const others = ids.filter((id) => id !== held?.id);
  const target = held && held.place.section === section.id ? held.place : undefined;
  const drop = held && target && <Drop key="drop" id={held.id} place={target} count={others.length + 1} />;
  return (
    <section class={`quadrant section-${section.id} ${target ? 'target' : ''}`} data-section={section.id} aria-label={t(section.name)}>
      <header>
        <b class="letter" aria-hidden="true">
          {section.letter}
        </b>
        <h2>{t(section.name)}</h2>
        <span class="hint">{number(ids.length)}</span>
        <span class="end">
          {held ? (
            <Button size="sm" look="plain" onClick={() => holding.put({ section: section.id, at: others.length })}>
              {t('swot.put-here')}
            </Button>
          ) : (
            <Button size="sm" look="plain" popup="dialog" onClick={() => setAdding(true)}>
              <PlusIcon size={16} /> {t('swot.card')}
              <span class="sr">: {t(section.name)}</span>
            </Button>
          )}
        </span>
      </header>
      {loading ? (
        <Skeleton label={t('page.loading')} lines={3} />
      ) : ids.length === 0 && !target ? (
        <Empty>
          <p>{t(section.hint)}</p>
        </Empty>
      ) : (
        <ul>
          {ids.flatMap((id) => [
            ...(id !== held?.id && target?.at === others.indexOf(id) ? [drop] : []),
            <BoardCard
              key={id}
              id={id}
              holding={holding}
              reachable={id === reachable}
              onFocus={() => onFocus(id)}
              onPutBefore={() => holding.put({ section: section.id, at: others.indexOf(id) })}
            />,
          ])}
          {target?.at === others.length && drop}
        </ul>
      )}
      {adding && <AddSheet activity={activity} draft={draft} first={section.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** Where the card that is held would lie. */
function Drop({ id, place, count }: { readonly id: string; readonly place: Place; readonly count: number }) {
  const card = useRecord<CardRecord>(id);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [place.at]);
  return (
    <li class="drop" aria-hidden="true" ref={line}>
      {t('swot.drop-here', { number: card?.number ?? '', place: place.at + 1, count })}
    </li>
  );
}
