import { foresee, mergeUnsent } from '../../store/overlay';
import { unknownLanguage } from '../../ui/Words';
import type { CardId, CardRecord, MeRecord, Text } from '../../wire/wire.g';

/** Behind every rank of the server: what is on its way comes last, in the order of writing. */
const lastRank = '\uffff';
/** What sorts directly behind a rank: nothing else begins with it. */
const directlyBehind = '\u0001';

foresee('addCard', (command, id, look) => {
  const me = look<MeRecord>('me');
  return [
    {
      type: 'card',
      id: `card:${id}`,
      card: id as string as CardId,
      activity: command.activity,
      number: '',
      ...(command.section ? { section: command.section } : {}),
      rank: lastRank + id,
      text: written(command.text, command.language, 1),
      ...(me ? { author: me.person } : {}),
      status: 'active',
    },
  ];
});

foresee('editCard', (command, _, look) =>
  changed(look<CardRecord>(`card:${command.card}`), (card) => ({
    ...card,
    text: written(command.text, command.language, card.text.version + 1),
  })),
);

foresee('withdrawCard', (command, _, look) => changed(look(`card:${command.card}`), (card) => ({ ...card, status: 'withdrawn' })));

foresee('moveCard', (command, _, look) =>
  changed(look(`card:${command.card}`), ({ section: _from, ...card }) => ({
    ...card,
    ...(command.section ? { section: command.section } : {}),
    rank: (command.after ? (look<CardRecord>(`card:${command.after}`)?.rank ?? lastRank) : '') + directlyBehind,
  })),
);

foresee('hideCard', (command, _, look) =>
  changed(look(`card:${command.card}`), (card) => ({ ...card, status: 'hidden', reason: command.reason ?? '' })),
);

foresee('parkCard', (command, _, look) =>
  changed(look(`card:${command.card}`), (card) => ({ ...card, status: 'parked', reason: command.reason ?? '' })),
);

foresee('restoreCard', (command, _, look) =>
  changed(look(`card:${command.card}`), ({ reason: _reason, ...card }) => ({ ...card, status: 'active' })),
);

mergeUnsent('editCard', ({ id, command: earlier }, later) => {
  const { text, language } = later;
  if (earlier.type === 'addCard' && (id as string) === later.card) {
    const { language: _, ...rest } = earlier;
    return { ...rest, text, ...(language ? { language } : {}) };
  }
  return earlier.type === 'editCard' && earlier.card === later.card ? { ...later, base: earlier.base } : undefined;
});

mergeUnsent('withdrawCard', ({ id, command: earlier }, later) => {
  if (earlier.type === 'addCard' && (id as string) === later.card) return 'cancel';
  return earlier.type === 'editCard' && earlier.card === later.card ? later : undefined;
});

mergeUnsent('moveCard', ({ id, command: earlier }, later) => {
  if (earlier.type === 'addCard' && (id as string) === later.card && later.section) return { ...earlier, section: later.section };
  return earlier.type === 'moveCard' && earlier.card === later.card ? later : undefined;
});

function changed(card: CardRecord | undefined, change: (card: CardRecord) => CardRecord): readonly CardRecord[] {
  return card ? [change(card)] : [];
}

/** Which language it is, unless the writer says so, the server finds out. */
function written(text: string, language: string | undefined, version: number): Text {
  const original = language ?? unknownLanguage;
  return { original, version, versions: { [original]: { text, kind: 'original', ofVersion: version } } };
}
