import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button, LinkButton } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Banner } from '../../ui/status';
import type { Answer } from '../../wire/http';

const shortest = 12;

/** Takes a new password and says that it is set. `children` stand above it; `ready`: whether what they ask for is there. */
export function NewPasswordForm({
  means,
  go,
  ready,
  send,
  children,
}: {
  readonly means: string;
  readonly go: string;
  readonly ready: boolean;
  readonly send: (password: string) => Promise<Answer<unknown>>;
  readonly children?: (asked: boolean) => ComponentChildren;
}) {
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [working, setWorking] = useState(false);
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState<string>();
  const length = Array.from(password).length;

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!ready || length < shortest) return;
    setWorking(true);
    const answer = await send(password);
    setWorking(false);
    const words = answer.ok ? undefined : reason(answer.problem);
    setRefused(words);
    setDone(answer.ok);
    announce(words ?? t('password.done'), !answer.ok);
  };

  if (done) {
    return (
      <>
        <Banner kind="info">{t('password.done')}</Banner>
        <LinkButton look="filled" href="/workshops">
          {t('workshops.title')}
        </LinkButton>
      </>
    );
  }
  return (
    <form
      class="stack gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p class="muted">{means}</p>
      {refused && <Banner kind="bad">{refused}</Banner>}
      {children?.(asked)}
      <TextField
        label={t('password.next')}
        hint={t('setup.password-hint')}
        type="password"
        autocomplete="new-password"
        value={password}
        onInput={setPassword}
        error={asked && length < shortest ? t('setup.password-short', { count: length }) : undefined}
      />
      <Button submit look="filled" size="lg" working={working ? t('password.working') : undefined}>
        {go}
      </Button>
    </form>
  );
}
