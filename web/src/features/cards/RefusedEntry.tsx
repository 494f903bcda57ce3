import { useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { keepFocus } from '../../ui/StepHeading';
import type { Entry } from '../../wire/outbox';
import type { Command, Text } from '../../wire/wire.g';
import { copyText } from './copyText';

/** A command about a card that was not accepted: why, the text as it was written, and every way out. */
export function RefusedEntry({
  entry,
  now,
  onEdit,
}: {
  readonly entry: Entry;
  /** The card's text as the page shows it already. */
  readonly now?: Text | undefined;
  readonly onEdit?: (() => void) | undefined;
}) {
  const { outbox } = useWorkshop();
  const { command, rejection } = entry;
  const text = 'text' in command && typeof command.text === 'string' ? command.text : undefined;
  const overtaken = rejection?.code === 'text.edited-meanwhile' && command.type === 'editCard';
  const again: Command | undefined = overtaken ? { ...command, base: Number(rejection.args['version']) } : undefined;
  return (
    <div class="card-refused" role="group" aria-label={t('st.failed')}>
      {rejection && <p class="small">{reason(rejection)}</p>}
      {overtaken && rejection.args['text'] !== now?.versions[now.original]?.text && (
        <p class="card-theirs" dir="auto">
          {rejection.args['text']}
        </p>
      )}
      {command.type === 'editCard' && (
        <>
          <p class="hint">{t('card.your-text')}</p>
          <p class="card-yours" dir="auto">
            {text}
          </p>
        </>
      )}
      <div class="card-actions">
        <Button look="plain" size="sm" onClick={() => away(() => outbox.retry(entry.id, again))}>
          {overtaken ? t('card.use-mine') : t('st.retry')}
        </Button>
        {onEdit && text !== undefined && (
          <Button look="plain" size="sm" onClick={onEdit}>
            {t('card.edit')}
          </Button>
        )}
        {text !== undefined && <CopyButton text={text} />}
        <Button look="plain" size="sm" destructive onClick={() => away(() => outbox.discard(entry.id))}>
          {overtaken ? t('card.use-theirs') : t('card.discard')}
        </Button>
      </div>
    </div>
  );
}

/** These buttons are about to go away; the focus must not go with them. */
function away(act: () => void): void {
  keepFocus();
  act();
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Button look="plain" size="sm" onClick={() => void copyText(text).then(setCopied)}>
      <span aria-live="polite">{copied ? t('card.copied') : t('card.copy')}</span>
    </Button>
  );
}
