import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { navigate } from '../../ui/navigate';
import { Banner } from '../../ui/status';
import type { Answer } from '../../wire/http';

/** A form that ends in being signed in: says what is missing once it was sent, what the server refuses, and leads on. */
export function AccountForm({
  complete,
  send,
  to,
  go,
  working,
  means,
  children,
}: {
  readonly complete: boolean;
  readonly send: () => Promise<Answer<unknown>>;
  /** The page that comes afterwards. */
  readonly to: string;
  /** The words on the button, */
  readonly go: string;
  /** and while it is at work. */
  readonly working: string;
  /** What stands above; a refusal takes its place. */
  readonly means?: ComponentChildren;
  /** The fields; `asked`: what is missing is to be said. */
  readonly children: (asked: boolean) => ComponentChildren;
}) {
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string>();

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!complete) return;
    setSending(true);
    const answer = await send();
    setSending(false);
    if (answer.ok) {
      navigate(to, { replace: true });
      return;
    }
    const words = reason(answer.problem);
    setRefused(words);
    announce(words, true);
  };

  return (
    <form
      class="stack gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {refused ? <Banner kind="bad">{refused}</Banner> : means && <p class="muted">{means}</p>}
      {children(asked)}
      <Button submit look="filled" size="lg" working={sending ? working : undefined}>
        {go}
      </Button>
    </form>
  );
}

interface LoginFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly asked: boolean;
}

/** The name that one signs in with. */
export function LoginField({ value, onInput, asked }: LoginFieldProps) {
  return (
    <TextField
      label={t('sign-in.login')}
      autocomplete="username"
      value={value}
      onInput={onInput}
      error={asked && !value.trim() ? t('sign-in.login-missing') : undefined}
    />
  );
}
