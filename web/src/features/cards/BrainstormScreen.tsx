import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand, useRecord, useTopic } from '../../store/context';
import { StepHeading } from '../../ui/StepHeading';
import { Empty, Skeleton } from '../../ui/status';
import { Tabs } from '../../ui/Tabs';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import { BoardAsOf, BoardShut } from './BoardState';
import { useBoardCards, useOwnCards, useWithdrawnCards } from './boards';
import { CardForm } from './CardForm';
import { CardItem } from './CardItem';
import { CardList, useSpokenArrivals } from './CardList';

import { useDraft } from './draft';
import './foresight';

/** A brainstorm on the phone: the question, one's own pen, one's own cards and everyone's. */
export function BrainstormScreen({ activity }: { readonly activity: ActivityId }) {
  const state = useTopic(`activity:${activity}`);
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const session = useRecord<WorkshopRecord>('workshop')?.phase;
  const send = useCommand();
  const draft = useDraft(`board:${activity}`);
  if (!step) return null;
  return (
    <main class="column step">
      <StepHeading>
        <Words of={step.title} />
      </StepHeading>
      {step.status === 'open' && session === 'open' ? (
        <CardForm
          label={t('card.write')}
          draft={draft}
          send={t('card.send')}
          placeholder={t('card.placeholder')}
          onSend={(text, language) => {
            send({ type: 'addCard', activity, text, ...(language ? { language } : {}) });
            draft.clear();
          }}
        />
      ) : (
        <BoardShut step={step} drafts={[draft]} />
      )}
      <BoardAsOf />
      {state === 'here' ? <Cards activity={activity} /> : <Loading />}
    </main>
  );
}

function Loading() {
  return (
    <div class="cards">
      <div class="contribution">
        <Skeleton lines={2} label={t('board.loading')} />
      </div>
      <div class="contribution">
        <Skeleton lines={1} label={t('board.loading')} />
      </div>
    </div>
  );
}

function Cards({ activity }: { readonly activity: ActivityId }) {
  const [tab, setTab] = useState('mine');
  const mine = useOwnCards(activity);
  const all = useBoardCards(activity);
  useSpokenArrivals(all);
  return (
    <div class="card-tabs">
      <Tabs
        label={t('card.tabs')}
        tabs={[
          { key: 'mine', label: `${t('card.mine')} ${mine.length || ''}`.trim() },
          { key: 'all', label: `${t('card.all')} ${all.length || ''}`.trim() },
        ]}
        chosen={tab}
        onChoose={setTab}
      >
        {tab === 'mine' ? (
          <Mine activity={activity} ids={mine} />
        ) : (
          <CardList ids={all} label={t('card.all')} empty={<Nothing words={t('card.none')} />} />
        )}
      </Tabs>
    </div>
  );
}

function Mine({ activity, ids }: { readonly activity: ActivityId; readonly ids: readonly string[] }) {
  const withdrawn = useWithdrawnCards(activity);
  return (
    <>
      {ids.length === 0 && <Nothing words={t('card.none-mine')} />}
      {ids.length > 0 && (
        <ul class="cards" aria-label={t('card.mine')}>
          {ids.map((id) => (
            <CardItem key={id} id={id} />
          ))}
        </ul>
      )}
      {withdrawn.length > 0 && (
        <details class="card-withdrawn">
          <summary>{t('card.withdrawn-count', { count: withdrawn.length })}</summary>
          <ul class="cards">
            {withdrawn.map((id) => (
              <CardItem key={id} id={id} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Nothing({ words }: { readonly words: string }) {
  return (
    <Empty>
      <p>{words}</p>
    </Empty>
  );
}
