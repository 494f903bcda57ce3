import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { UndoBar } from '../../ui/Undo';
import { Words } from '../../ui/Words';
import type { CardRecord } from '../../wire/wire.g';
import type { Holding } from './holding';

/** The line below the board: what the keys do now. A card that a pointer drags hangs beneath it. */
export function HeldLine({ holding }: { readonly holding: Holding }) {
  const card = useRecord<CardRecord>(holding.held?.id ?? '');
  return (
    <footer class="noprint">
      <p class="key-line" id="swot-keys">
        {holding.held ? (
          <>
            <b>{t('swot.is-held', { number: card?.number ?? '' })}</b>
            <span>
              <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t('swot.keys-move')}
            </span>
            <span>
              <kbd>{t('keys.space')}</kbd> {t('swot.keys-put')}
            </span>
            <span>
              <kbd>Esc</kbd> {t('swot.keys-back')}
            </span>
          </>
        ) : (
          <>
            <span>
              <kbd>{t('keys.space')}</kbd> {t('swot.keys-take')}
            </span>
            <span>
              <kbd>M</kbd> {t('move.to')}
            </span>
            <span>
              <kbd>1</kbd> – <kbd>4</kbd> {t('swot.keys-section')}
            </span>
            <span class="hint end">{t('swot.press-hint')}</span>
          </>
        )}
      </p>
      {card && <Dragged card={card} holding={holding} />}
      <UndoBar />
    </footer>
  );
}

/** Follows the pointer, without drawing the board anew. */
function Dragged({ card, holding }: { readonly card: CardRecord; readonly holding: Holding }) {
  const point = holding.pointer.value;
  if (!point) return null;
  return (
    <div class="contribution dragged" aria-hidden="true" style={{ left: `${point.x}px`, top: `${point.y}px` }}>
      <Words of={card.text} />
    </div>
  );
}
