import { type Key, t } from '../../i18n/messages';
import { useRecord, useShownActivity } from '../../store/context';
import { Status } from '../../ui/status';
import type { ActivityRecord, ActivitySettings, ActivityStatus, ResultRecord, WorkshopRecord } from '../../wire/wire.g';

type Seen = Readonly<Record<ActivitySettings['kind'], Readonly<Record<ActivityStatus, Key>>>>;

const phones: Seen = {
  brainstorm: { planned: 'seen.phones-next', open: 'seen.phones-cards', closed: 'seen.phones-after-cards' },
  swot: { planned: 'seen.phones-next', open: 'seen.phones-swot', closed: 'seen.phones-after-cards' },
  clustering: { planned: 'seen.phones-next', open: 'seen.phones-groups', closed: 'seen.phones-groups' },
  vote: { planned: 'seen.phones-next', open: 'seen.phones-vote', closed: 'seen.result' },
  plan: { planned: 'seen.phones-plan', open: 'seen.phones-plan', closed: 'seen.phones-plan' },
};

const screen: Seen = {
  brainstorm: { planned: 'seen.screen-cards', open: 'seen.screen-cards', closed: 'seen.screen-cards' },
  swot: { planned: 'seen.screen-swot', open: 'seen.screen-swot', closed: 'seen.screen-swot' },
  clustering: { planned: 'seen.screen-groups', open: 'seen.screen-groups', closed: 'seen.screen-groups' },
  vote: { planned: 'seen.screen-rule', open: 'seen.screen-ballots', closed: 'seen.result' },
  plan: { planned: 'seen.screen-plan', open: 'seen.screen-plan', closed: 'seen.screen-plan' },
};

/** What phones and the room screen show now, in words: the facilitator looks at neither. */
export function SeenNow() {
  const phase = useRecord<WorkshopRecord>('workshop')?.phase ?? 'preparing';
  const shown = useShownActivity();
  const tooFew = useRecord<ResultRecord>(`result:${shown?.activity}`)?.tooFew === true;
  const [onPhones, onScreen] = seen(phase, shown, tooFew);
  return (
    <section class="stack gap-2">
      <h2>{t('seen.title')}</h2>
      <div class="seen">
        <div>
          <b>{t('seen.phones')}</b>
          <span>{t(onPhones)}</span>
          {phase === 'open' && shown && <Taking step={shown} />}
        </div>
        <div>
          <b>{t('seen.screen')}</b>
          <span>{t(onScreen)}</span>
        </div>
      </div>
    </section>
  );
}

function seen(phase: WorkshopRecord['phase'], shown: ActivityRecord | undefined, tooFew: boolean): readonly [phones: Key, screen: Key] {
  if (phase === 'preparing') return ['seen.phones-shut', 'seen.screen-lobby'];
  if (phase === 'closed') return ['seen.phones-over', 'seen.screen-over'];
  if (!shown) return ['seen.phones-welcome', 'seen.screen-lobby'];
  if (tooFew) return ['seen.too-few', 'seen.too-few'];
  const { settings, status } = shown;
  return [phones[settings.kind][status], screen[settings.kind][status]];
}

function Taking({ step: { settings, status } }: { readonly step: ActivityRecord }) {
  if (settings.kind === 'clustering' || settings.kind === 'plan') return null;
  if (status === 'open') return <Status kind="ok">{settings.kind === 'vote' ? t('seen.vote-open') : t('seen.cards-open')}</Status>;
  return <Status kind="idle">{settings.kind === 'vote' ? t('seen.vote-closed') : t('seen.cards-closed')}</Status>;
}
