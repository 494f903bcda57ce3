import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Key, t } from '../../i18n/messages';
import { useCommand, useMark, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { keepFocus } from '../../ui/StepHeading';
import { Status } from '../../ui/status';
import { unknownLanguage } from '../../ui/Words';
import type { Entry, EntryState } from '../../wire/outbox';
import type { CardId, CardRecord } from '../../wire/wire.g';
import { CardForm } from './CardForm';
import { CardWords, MoveButton, useTakesCards } from './CardItem';
import { type Draft, hasDraft, useDraft } from './draft';
import { RefusedEntry } from './RefusedEntry';

const states: Readonly<Record<EntryState, readonly [kind: 'ok' | 'wait' | 'off' | 'bad', key: Key]>> = {
  sending: ['wait', 'st.sending'],
  device: ['off', 'st.device'],
  saved: ['ok', 'st.saved'],
  refused: ['bad', 'st.failed'],
};

/** One's own card: also how far it has got, and what one can do with it. */
export function OwnCard({ card, onMove }: { readonly card: CardRecord; readonly onMove?: ((card: CardId) => void) | undefined }) {
  const mark = useMark(card.id);
  const send = useCommand();
  const editing = useEditing(card);
  const item = useFocusAfter(editing.is);
  const open = useTakesCards(card);

  if (editing.is) {
    return (
      <li class="contribution" ref={item}>
        <CardForm
          label={t('card.edit-label')}
          draft={editing.draft}
          send={t('card.save')}
          onSend={editing.send}
          onCancel={editing.stop}
          focused
        />
      </li>
    );
  }
  const state = mark?.state ?? 'saved';
  const refused = mark?.entries.filter((entry) => entry.state === 'refused') ?? [];
  const [kind, words] = states[state];
  const look = state === 'refused' ? ' refused' : state === 'saved' ? '' : ' on-its-way';
  return (
    <li ref={item} class={`contribution${look}${card.status === 'active' ? '' : ' aside'}`}>
      <CardWords card={card} own>
        <Status kind={kind}>{t(words)}</Status>
      </CardWords>
      {refused.map((entry) => (
        <RefusedEntry key={entry.id} entry={entry} now={card.text} onEdit={() => editing.start(entry)} />
      ))}
      {refused.length === 0 && open && card.status !== 'withdrawn' && (
        <div class="card-actions">
          <Button look="plain" size="sm" onClick={() => editing.start()}>
            {t('card.edit')}
          </Button>
          <Withdraw
            onWithdraw={() => {
              keepFocus();
              send({ type: 'withdrawCard', card: card.card });
            }}
          />
          {onMove && <MoveButton card={card} onMove={onMove} />}
        </div>
      )}
    </li>
  );
}

interface Editing {
  readonly is: boolean;
  readonly draft: Draft;
  /** Begins with the card's text, or with that of a command that was not accepted. */
  start(refused?: Entry): void;
  send(text: string, language: string | undefined): void;
  stop(): void;
}

/** Editing in place. It goes on after a reload, with the text that the device kept. */
function useEditing(card: CardRecord): Editing {
  const workshop = useWorkshop();
  const send = useCommand();
  const place = `card:${card.card}`;
  const draft = useDraft(place);
  const [begun, setBegun] = useState(() => (hasDraft(workshop, place) ? { base: card.text.version } : undefined));
  const [refused, setRefused] = useState<Entry>();
  const stop = (): void => {
    draft.clear();
    setBegun(undefined);
    setRefused(undefined);
  };
  return {
    is: begun !== undefined,
    draft,
    start: (entry) => {
      const { command } = entry ?? {};
      const words = card.text.versions[card.text.original]?.text ?? '';
      if (command?.type === 'addCard' || command?.type === 'editCard') draft.set({ text: command.text, language: command.language ?? '' });
      else draft.set({ text: words, language: card.text.original === unknownLanguage ? '' : card.text.original });
      setBegun({ base: card.text.version });
      setRefused(entry);
    },
    send: (text, language) => {
      const said = language ? { text, language } : { text };
      const command = refused?.command;
      if (refused && command?.type === 'addCard') workshop.outbox.retry(refused.id, { ...command, ...said });
      else if (refused && command?.type === 'editCard') workshop.outbox.retry(refused.id, { ...command, ...said, base: card.text.version });
      else send({ type: 'editCard', card: card.card, ...said, base: begun?.base ?? card.text.version });
      stop();
    },
    stop,
  };
}

/** Once editing is over, the focus is back on the card's first button. */
function useFocusAfter(editing: boolean): Ref<HTMLLIElement> {
  const item = useRef<HTMLLIElement>(null);
  const before = useRef(editing);
  useEffect(() => {
    if (before.current && !editing) item.current?.querySelector('button')?.focus();
    before.current = editing;
  }, [editing]);
  return item;
}

/** Withdrawing can't be undone: it asks before. */
function Withdraw({ onWithdraw }: { readonly onWithdraw: () => void }) {
  const [asking, setAsking] = useState(false);
  const stop = (): void => setAsking(false);
  return (
    <>
      <Button look="plain" size="sm" popup="dialog" onClick={() => setAsking(true)}>
        {t('card.withdraw')}
      </Button>
      {asking && (
        <Dialog
          title={t('card.withdraw-ask')}
          closeLabel={t('ctl.close-sheet')}
          onClose={stop}
          foot={
            <>
              <Button onClick={stop}>{t('card.keep')}</Button>
              <Button
                look="filled"
                onClick={() => {
                  stop();
                  onWithdraw();
                }}
              >
                {t('card.withdraw-now')}
              </Button>
            </>
          }
        >
          <p>{t('card.withdraw-means')}</p>
        </Dialog>
      )}
    </>
  );
}
