import { CardFacts } from '../../features/cards/CardFacts';
import { SectionSizes } from '../../features/cards/SectionSizes';
import { StaffFeed } from '../../features/cards/StaffFeed';
import { SortingWatch } from '../../features/clusters/SortingWatch';
import { usePresence } from '../../features/people/presence';
import { PlanWatch } from '../../features/plan/PlanWatch';
import { VoteWatch } from '../../features/voting/VoteWatch';
import { number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord, useShownActivity } from '../../store/context';
import { Empty } from '../../ui/status';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, ActivitySettings, Text, WorkshopRecord } from '../../wire/wire.g';

/** The middle of the console: what everyone looks at, and what comes in. */
export function Live() {
  const shown = useShownActivity();
  const preparing = useRecord<WorkshopRecord>('workshop')?.phase === 'preparing';
  if (!shown) {
    return (
      <main class="live">
        <div class="facts">
          <PeopleFact />
        </div>
        <Empty>
          <h1 class="nothing-shown">{t('console.nothing-shown')}</h1>
          <p>{preparing ? t('console.not-open-means') : t('console.nothing-shown-means')}</p>
        </Empty>
      </main>
    );
  }
  return (
    <main class="live" key={shown.id}>
      <Question of={shown.title} />
      <Activity step={shown} />
    </main>
  );
}

/** The question in the reader's language and in one more of the workshop's. */
function Question({ of }: { readonly of: Text }) {
  const languages = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const { lang } = wordingOf(of);
  const second = languages.find((tag) => tag !== lang && of.versions[tag]);
  return (
    <>
      <h1>
        <Words of={of} />
      </h1>
      {second && (
        <p class="live-second">
          <bdi lang={second}>{of.versions[second]!.text}</bdi>
        </p>
      )}
    </>
  );
}

function Activity({ step }: { readonly step: ActivityRecord }) {
  const { activity, settings } = step;
  switch (settings.kind) {
    case 'brainstorm':
    case 'swot':
      return <Board activity={activity} kind={settings.kind} />;
    case 'clustering':
      return <SortingWatch activity={activity} />;
    case 'vote':
      return <VoteWatch activity={activity} />;
    case 'plan':
      return <PlanWatch />;
  }
}

function Board({ activity, kind }: { readonly activity: ActivityId; readonly kind: ActivitySettings['kind'] }) {
  return (
    <>
      <div class="facts">
        <CardFacts activity={activity} />
        <PeopleFact />
      </div>
      {kind === 'swot' && <SectionSizes activity={activity} />}
      <StaffFeed activity={activity} />
    </>
  );
}

function PeopleFact() {
  const { present, connected } = usePresence();
  return (
    <span>
      <b>{number(connected.length)}</b> {t('people.of-connected', { present: present.length })}
    </span>
  );
}
