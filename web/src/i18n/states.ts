import type { EntryState } from '../wire/outbox';
import { t } from './messages';

/** What a page says of something that was typed, and the shape of its sign: disc, ring, square, diamond. */
export function stateWords(state: EntryState): { readonly kind: 'ok' | 'wait' | 'off' | 'bad'; readonly words: string } {
  switch (state) {
    case 'sending':
      return { kind: 'wait', words: t('st.sending') };
    case 'device':
      return { kind: 'off', words: t('st.device') };
    case 'refused':
      return { kind: 'bad', words: t('st.failed') };
    case 'saved':
      return { kind: 'ok', words: t('st.saved') };
  }
}
