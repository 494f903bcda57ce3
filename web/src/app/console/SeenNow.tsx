import { type Key, t } from '../../i18n/messages';
import { useRecord, useShownActivity } from '../../store/context';
import { Status } from '../../ui/status';
import type { ActivityRecord, ActivitySettings, ActivityStatus, WorkshopRecord } from '../../wire/wire.g';

type Seen = Readonly<Record<ActivityStatus, Key>>;

const always = (key: Key): Seen => ({ planned: key, open: key, closed: key });

const phones: Readonly<Record<ActivitySettings['kind'], Seen>> = {
  brainstorm: { planned: 'seen.phones-before-cards', open: 'seen.phones-cards', closed: 'seen.phones-after-cards' },
  swot: { planned: 'seen.phones-before-cards', open: 'seen.phones-swot', closed: 'seen.phones-after-cards' },
  clustering: always('seen.phones-waiting'),
  vote: { planned: 'seen.phones-before-vote', open: 'seen.phones-vote', closed: 'seen.result' },
  plan: always('seen.phones-waiting'),
};

const screen: Readonly<Record<ActivitySettings['kind'], Seen>> = {
  brainstorm: always('seen.screen-cards'),
  swot: always('seen.screen-cards'),
  clustering: always('seen.screen-question'),
  vote: { planned: 'seen.screen-question', open: 'seen.screen-ballots', closed: 'seen.result' },
  plan: always('seen.screen-question'),
};

/** What phones and the room screen show now, in words: the facilitator looks at neither. */
export function SeenNow() {
  const phase = useRecord<WorkshopRecord>('workshop')?.phase;
  const shown = useShownActivity();
  const seen = (where: typeof phones): Key | undefined => shown && where[shown.settings.kind][shown.status];
  return (
    <section class="stack gap-2">
      <h2>{t('seen.title')}</h2>
      <div class="seen">
        <div>
          <b>{t('seen.phones')}</b>
          <span>{t(phase === 'open' ? (seen(phones) ?? 'seen.phones-waiting') : 'seen.phones-waiting')}</span>
          {phase === 'open' && shown && <Taking step={shown} />}
        </div>
        <div>
          <b>{t('seen.screen')}</b>
          <span>{t(seen(screen) ?? 'seen.screen-lobby')}</span>
        </div>
      </div>
    </section>
  );
}

function Taking({ step: { settings, status } }: { readonly step: ActivityRecord }) {
  if (settings.kind === 'clustering' || settings.kind === 'plan') return null;
  if (status === 'open') return <Status kind="ok">{settings.kind === 'vote' ? t('seen.vote-open') : t('seen.cards-open')}</Status>;
  return <Status kind="idle">{settings.kind === 'vote' ? t('seen.vote-closed') : t('seen.cards-closed')}</Status>;
}
