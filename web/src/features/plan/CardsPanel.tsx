import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand, useList, useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Status } from '../../ui/status';
import type { CardId, CardRecord, PlanLineRecord } from '../../wire/wire.g';
import { LineDialog } from './LineDialog';
import { cardsOf } from './lines';
import { SourceCard } from './SourceChips';

/** The cards behind an objective: each becomes an action in one step, and then says so. */
export function CardsPanel({ id }: { readonly id: string }) {
  const { store } = useWorkshop();
  const line = useRecord<PlanLineRecord>(id);
  const send = useCommand();
  const actions = useList('line', ({ parent }) => parent !== undefined && parent === line?.line, [line?.line]);
  const [chosen, setChosen] = useState<CardRecord>();
  if (!line) return null;
  const used = new Set(actions.flatMap((action) => cardsOf(store.at<PlanLineRecord>(action).value!).map(({ ref }) => ref)));
  const cards = cardsOf(line);
  return (
    <aside class="plan-cards stack" aria-label={t('plan.cards')}>
      <h2>{t('plan.cards')}</h2>
      {cards.length === 0 ? (
        <p class="muted">{t('plan.cards-none')}</p>
      ) : (
        <>
          <p class="hint">{t('plan.cards-mean')}</p>
          <ul class="stack">
            {cards.map(({ ref, number }) => (
              <SourceCard key={ref} id={`card:${ref}`}>
                <span class="end">
                  {used.has(ref) ? (
                    <Status kind="ok">{t('plan.card-used')}</Status>
                  ) : (
                    <Button
                      size="sm"
                      name={t('plan.card-to-action-name', { number })}
                      onClick={() => setChosen(store.at<CardRecord>(`card:${ref}`).value)}
                    >
                      {t('plan.card-to-action')}
                    </Button>
                  )}
                </span>
              </SourceCard>
            ))}
          </ul>
        </>
      )}
      {chosen && (
        <LineDialog
          title={t('plan.add-action-title', { number: line.number })}
          initial={chosen.text}
          action={t('plan.add-action')}
          onSend={(text) => send({ type: 'addAction', objective: line.line, text, cards: [chosen.card as CardId] })}
          onClose={() => setChosen(undefined)}
        />
      )}
    </aside>
  );
}
