import { useSignal, useSignalEffect } from '@preact/signals';
import { hour } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { Banner } from '../../ui/status';
import type { ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import type { Draft } from './draft';
import { CopyButton } from './RefusedEntry';

/** Why a board takes no cards now, and that it can be read; a text that was begun stays. */
export function BoardShut({ step, drafts }: { readonly step: ActivityRecord; readonly drafts: readonly Draft[] }) {
  const zone = useRecord<WorkshopRecord>('workshop')?.timeZone;
  const begun = drafts.filter(({ text }) => text.trim());
  return (
    <>
      {step.status === 'closed' && (
        <Banner kind="info">{step.closedAt ? t('board.closed-at', { time: hour(step.closedAt, zone) }) : t('board.shut')}</Banner>
      )}
      {begun.map(({ text }) => (
        <section key={text} class="contribution on-its-way">
          <p class="card-text words" dir="auto">
            {text}
          </p>
          <p class="card-aside">{t('board.begun')}</p>
          <div class="card-actions">
            <CopyButton text={text} />
          </div>
        </section>
      ))}
    </>
  );
}

/** While the link is lost: of when the board is that one sees. */
export function BoardAsOf() {
  const { link, views } = useWorkshop();
  const zone = useRecord<WorkshopRecord>('workshop')?.timeZone;
  const lostAt = useSignal<number | undefined>(undefined);
  useSignalEffect(() => {
    if (link.value === 'connected') lostAt.value = undefined;
    else lostAt.value ??= views.now();
  });
  if (lostAt.value === undefined || link.value === 'away' || link.value === 'connecting') return null;
  return <p class="hint">{t('board.as-of', { time: hour(lostAt.value, zone) })}</p>;
}
