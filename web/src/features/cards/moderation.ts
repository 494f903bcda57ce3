import { t } from '../../i18n/messages';
import { useCommand, useWorkshop } from '../../store/context';
import { offerUndo } from '../../ui/Undo';
import type { CardId, CardRecord, Command } from '../../wire/wire.g';
import { sections } from './sections';

/** What staff do with any card. Each act can be taken back for a while. */
export interface Moderation {
  hide(card: CardRecord, reason: string): void;
  park(card: CardRecord, reason: string): void;
  restore(card: CardRecord): void;
  /** Puts the card into the section, behind this card; undefined: to the front. `words` say it otherwise than "now in this section". */
  move(card: CardRecord, section: string, after: CardId | undefined, words?: string): void;
}

/** The acts of staff. */
export function useModeration(): Moderation {
  const send = useCommand();
  const { store } = useWorkshop();
  const act = (words: string, does: Command, back: Command): void => {
    send(does);
    offerUndo(words, t('ctl.undo'), () => send(back));
  };
  return {
    hide: (card, reason) =>
      act(t('moderation.hidden', { number: card.number }), { type: 'hideCard', card: card.card, reason }, standing(card)),
    park: (card, reason) =>
      act(t('moderation.parked', { number: card.number }), { type: 'parkCard', card: card.card, reason }, standing(card)),
    restore: (card) => act(t('moderation.restored', { number: card.number }), { type: 'restoreCard', card: card.card }, standing(card)),
    move: (card, section, after, words) => {
      const cards = store.list('card', (other) => other.activity === card.activity && other.section === card.section).peek();
      const before = cards[cards.indexOf(card.id) - 1];
      const name = sections.find(({ id }) => id === section)?.name;
      act(
        words ?? t('moderation.moved', { number: card.number, section: name ? t(name) : '' }),
        { type: 'moveCard', card: card.card, section, ...(after ? { after } : {}) },
        {
          type: 'moveCard',
          card: card.card,
          ...(card.section ? { section: card.section } : {}),
          ...(before ? { after: before.slice('card:'.length) as CardId } : {}),
        },
      );
    },
  };
}

/** Brings a card back to how it stands now. */
function standing({ card, status, reason = '' }: CardRecord): Command {
  if (status === 'hidden') return { type: 'hideCard', card, reason };
  return status === 'parked' ? { type: 'parkCard', card, reason } : { type: 'restoreCard', card };
}
