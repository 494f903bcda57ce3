import { useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Banner } from '../../ui/status';
import type { Entry } from '../../wire/outbox';
import type { ActivityId, ActivityRecord, CardRecord, WorkshopRecord } from '../../wire/wire.g';
import { draftsOnBoards, dropDraft, type Written } from './draft';
import { CopyButton, RefusedEntry } from './RefusedEntry';
import './cards.css';

/**
 * What the person wrote in steps that the room has left, and what did not arrive there: one line, and a sheet with every text and
 * every way out. Nothing that somebody typed is out of reach because the room went on.
 */
export function UnsentCards({ shown }: { readonly shown: ActivityId | undefined }) {
  const workshop = useWorkshop();
  const [open, setOpen] = useState(false);
  const [, redraw] = useState(0);
  const refused = workshop.outbox.entries.value.filter((entry) => entry.state === 'refused' && boardOf(entry, workshop) !== shown);
  const cards = refused.filter(isAboutCard);
  const drafts = draftsOnBoards(workshop).filter(({ board }) => board !== shown);
  const count = cards.length + drafts.length;
  if (count === 0) return null;
  return (
    <>
      <Banner kind={cards.length ? 'bad' : 'wait'} action={<Button onClick={() => setOpen(true)}>{t('unsent.show')}</Button>}>
        {t('unsent.count', { count })}
      </Banner>
      {open && (
        <Dialog title={t('unsent.title')} closeLabel={t('ctl.close-sheet')} onClose={() => setOpen(false)}>
          <ul class="cards">
            {cards.map((entry) => (
              <li key={entry.id} class="contribution refused">
                <Refused entry={entry} />
              </li>
            ))}
            {drafts.map((draft) => (
              <li key={draft.place} class="contribution on-its-way">
                <Begun
                  draft={draft}
                  board={draft.board as ActivityId}
                  onDone={() => {
                    dropDraft(workshop, draft.place);
                    redraw((times) => times + 1);
                  }}
                />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

const isAboutCard = ({ command }: Entry): boolean => command.type === 'addCard' || 'card' in command;

function boardOf({ command }: Entry, { store }: ReturnType<typeof useWorkshop>): ActivityId | undefined {
  if (command.type === 'addCard') return command.activity;
  return 'card' in command ? store.at<CardRecord>(`card:${command.card}`).value?.activity : undefined;
}

function Refused({ entry }: { readonly entry: Entry }) {
  const { command } = entry;
  const card = useRecord<CardRecord>('card' in command ? `card:${command.card}` : '');
  const text = command.type === 'addCard' ? command.text : card && wordingOf(card.text).text;
  return (
    <>
      {text && (
        <p class="card-text words" dir="auto">
          {text}
        </p>
      )}
      <RefusedEntry entry={entry} now={card?.text} />
    </>
  );
}

/** A text that was begun on a board which the room has left: it can still be sent while the board takes cards. */
function Begun({ draft, board, onDone }: { readonly draft: Written; readonly board: ActivityId; readonly onDone: () => void }) {
  const workshop = useWorkshop();
  const step = useRecord<ActivityRecord>(`activity:${board}`);
  const session = useRecord<WorkshopRecord>('workshop')?.phase;
  const canSend = step?.settings.kind === 'brainstorm' && step.status === 'open' && session === 'open';
  return (
    <>
      <p class="card-text words" dir="auto">
        {draft.text}
      </p>
      {step && (
        <p class="card-aside">
          {t('unsent.begun', { number: step.number })} <span dir="auto">{wordingOf(step.title).text}</span>
        </p>
      )}
      <div class="card-actions">
        {canSend && (
          <Button
            look="plain"
            size="sm"
            onClick={() => {
              workshop.send({
                type: 'addCard',
                activity: board,
                text: draft.text.trim(),
                ...(draft.language ? { language: draft.language } : {}),
              });
              onDone();
            }}
          >
            {t('card.send')}
          </Button>
        )}
        <CopyButton text={draft.text} />
        <Button look="plain" size="sm" destructive onClick={onDone}>
          {t('card.discard')}
        </Button>
      </div>
    </>
  );
}
