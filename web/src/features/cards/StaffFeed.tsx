import { useMemo, useRef, useState } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Empty, Skeleton } from '../../ui/status';
import type { ActivityId, ActivityRecord, CardRecord, PersonRecord } from '../../wire/wire.g';
import './cards.css';
import { type Filter, Filters } from './Filters';
import './foresight';
import { useHeldBack } from './heldBack';
import { StaffCard } from './StaffCard';
import './staff.css';

const shownAtFirst = 40;

/** The cards of a board on the console: the newest first, by group and language; what was set aside in a section of its own. */
export function StaffFeed({ activity }: { readonly activity: ActivityId }) {
  const { store } = useWorkshop();
  const state = useTopic(`activity:${activity}`);
  const [filter, setFilter] = useState<Filter>({});
  const fits = ({ activity: board, text, author }: CardRecord): boolean =>
    board === activity &&
    (filter.language === undefined || text.original === filter.language) &&
    (filter.group === undefined || store.peek<PersonRecord>(`person:${author}`)?.group === filter.group);
  const inputs = [activity, filter.group, filter.language];
  const live = useList('card', (card) => card.status === 'active' && fits(card), inputs);
  const aside = useList('card', (card) => card.status !== 'active' && fits(card), inputs);
  if (state !== 'here') return <Skeleton label={t('page.loading')} lines={5} />;
  return (
    <>
      <div class="feed-head">
        <h2>{t('feed.latest')}</h2>
        <Filters activity={activity} filter={filter} onChoose={setFilter} />
      </div>
      {live.length === 0 ? (
        <Nothing activity={activity} filtered={filter.group !== undefined || filter.language !== undefined} />
      ) : (
        <Latest key={inputs.join()} ids={live} />
      )}
      {aside.length > 0 && (
        <details class="set-aside">
          <summary>
            {t('feed.set-aside')} <span class="hint">{number(aside.length)}</span>
          </summary>
          <ul class="feed">
            {[...aside].reverse().map((id) => (
              <StaffCard key={id} id={id} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Latest({ ids }: { readonly ids: readonly string[] }) {
  const { store, me } = useWorkshop();
  const list = useRef<HTMLUListElement>(null);
  const [most, setMost] = useState(shownAtFirst);
  const newest = useMemo(() => [...ids].sort((a, b) => (a < b ? 1 : -1)), [ids]);
  const { shown, waiting, showAll } = useHeldBack(
    newest,
    (id) => !isRead(list.current) || store.peek<CardRecord>(id)?.author === me.person,
  );
  return (
    <>
      {waiting > 0 && (
        <div class="feed-new">
          <Button size="sm" onClick={showAll}>
            {t('card.new', { count: waiting })}
          </Button>
        </div>
      )}
      <ul class="feed" ref={list}>
        {shown.slice(0, most).map((id) => (
          <StaffCard key={id} id={id} />
        ))}
      </ul>
      {shown.length > most && (
        <Button onClick={() => setMost(most + shownAtFirst)}>{t('feed.more', { count: shown.length - most })}</Button>
      )}
    </>
  );
}

/** Whether somebody has gone down into the list or is doing something in it: then nothing may shift under their eyes. */
function isRead(list: HTMLElement | null): boolean {
  const above = list?.closest('main')?.getBoundingClientRect().top ?? 0;
  return list !== null && (list.contains(document.activeElement) || list.getBoundingClientRect().top < above);
}

function Nothing({ activity, filtered }: { readonly activity: ActivityId; readonly filtered: boolean }) {
  const status = useRecord<ActivityRecord>(`activity:${activity}`)?.status;
  return (
    <Empty>
      <p class="strong">{filtered ? t('feed.none-fit') : t('feed.none')}</p>
      {!filtered && status === 'planned' && <p>{t('feed.none-yet')}</p>}
    </Empty>
  );
}
