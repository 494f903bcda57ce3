import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { ownName } from '../../i18n/languages';
import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import type { WorkshopRecord } from '../../wire/wire.g';
import type { Draft } from './draft';
import { graphemes } from './graphemes';
import '../../ui/field.css';
import './cards.css';

/** What a card takes; the server has the last word. */
const most = 600;
/** From here on the counter is shown. */
const nearTheEnd = 100;

interface CardFormProps {
  readonly label: string;
  readonly draft: Draft;
  readonly send: string;
  readonly placeholder?: string;
  readonly onSend: (text: string, language: string | undefined) => void;
  readonly onCancel?: () => void;
  /** The cursor goes into it at once: somebody has just asked for it. */
  readonly focused?: boolean;
}

/** The field for the text of a card: several lines, a counter near the end, the language. Ctrl+Enter sends. */
export function CardForm({ label, draft, send, placeholder, onSend, onCancel, focused }: CardFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = most - graphemes(draft.text.trim());
  const blank = draft.text.trim() === '';
  const obstacle = blank ? t('card.write-first') : left < 0 ? t('card.too-long', { count: -left }) : undefined;

  useSpokenCounter(left);
  useEffect(() => {
    if (!focused || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  const submit = (): void => {
    if (obstacle) {
      field.current?.focus();
      return;
    }
    onSend(draft.text.trim(), draft.language || undefined);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <form
      class="stack gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label class="label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        class="input card-field"
        rows={3}
        dir="auto"
        value={draft.text}
        lang={draft.language || undefined}
        placeholder={placeholder}
        aria-describedby={left <= nearTheEnd ? `${id}-left` : undefined}
        aria-invalid={left < 0 || undefined}
        onInput={(event) => draft.set({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      {left <= nearTheEnd && (
        <p id={`${id}-left`} class={left < 0 ? 'error' : 'hint'}>
          {left < 0 ? t('card.too-long', { count: -left }) : t('card.left', { count: left })}
        </p>
      )}
      <div class="row wrap card-form-end">
        <LanguageChoice value={draft.language} onChange={(language) => draft.set({ language })} />
        <span class="row end">
          {onCancel && <Button onClick={onCancel}>{t('ctl.cancel')}</Button>}
          <Button submit look="filled" unavailable={obstacle}>
            {send}
          </Button>
        </span>
      </div>
    </form>
  );
}

/** The language of the card: guessed from what is written, unless the writer says otherwise. */
function LanguageChoice({ value, onChange }: { readonly value: string; readonly onChange: (language: string) => void }) {
  const languages = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const offered = value && !languages.includes(value) ? [...languages, value] : languages;
  if (offered.length < 2) return null;
  return (
    <select class="card-language" aria-label={t('card.language')} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('card.language-guessed')}</option>
      {offered.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {ownName(tag)}
        </option>
      ))}
    </select>
  );
}

/** Those who listen hear how much is left three times, not at every letter. */
function useSpokenCounter(left: number): void {
  const before = useRef(left);
  useEffect(() => {
    const passed = [nearTheEnd, 20, 0].some((mark) => before.current > mark && left <= mark);
    before.current = left;
    if (passed) announce(left < 0 ? t('card.too-long', { count: -left }) : t('card.left', { count: left }));
  }, [left]);
}
