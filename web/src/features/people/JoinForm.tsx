import { useEffect, useRef, useState } from 'preact/hooks';
import { reason, wordingOf } from '../../i18n/format';
import { type LanguageCode, languages } from '../../i18n/languages';
import { language, setLanguage, t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { RadioChoice } from '../../ui/choices';
import { TextField } from '../../ui/fields';
import { navigate } from '../../ui/navigate';
import { Banner } from '../../ui/status';
import { newId, randomHex } from '../../wire/ids';
import type { GroupId } from '../../wire/wire.g';
import { type Door, type Joining, join, lookBehind } from './doors';

/** What the form says of its way in: nothing; sending; no link; the workshop has not started; refused with a reason. */
type Way = { readonly kind: 'still' | 'sending' | 'offline' | 'early' } | { readonly kind: 'refused'; readonly words: string };

const retryMs = 3_000;

/** Language, name, group: three answers, then the room. */
export function JoinForm({ code, door }: { readonly code: string; readonly door: Door }) {
  const [name, setName] = useState('');
  const [group, setGroup] = useState<string>();
  const [asked, setAsked] = useState(false);
  const [way, setWay] = useState<Way>({ kind: 'still' });
  const nameField = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // One identity until it is answered, so that a second try after a lost answer is the same person.
  const identity = useRef({ id: newId(), key: randomHex() });

  const title = wordingOf(door.title);
  const nameError = asked && !name.trim() ? t('join.name-missing') : undefined;
  const groupError = asked && !group ? t('join.group-missing') : undefined;

  const goIn = async (): Promise<void> => {
    const joining: Joining = { code, ...identity.current, name: name.trim(), language: language().code, group: group as GroupId };
    const answer = await join(joining);
    if (answer.ok) navigate(`/w/${answer.value.workshop}`, { replace: true });
    else if (answer.status === 0) setWay({ kind: 'offline' });
    else if (answer.problem.code === 'join.not-open-yet') setWay({ kind: 'early' });
    else {
      if (answer.problem.code === 'join.already') identity.current = { id: newId(), key: randomHex() };
      const words = reason(answer.problem);
      announce(words, true);
      setWay({ kind: 'refused', words });
    }
  };
  const submit = (): void => {
    setAsked(true);
    if (name.trim() && group) {
      setWay({ kind: 'sending' });
      void goIn();
      return;
    }
    announce(name.trim() ? t('join.group-missing') : t('join.name-missing'), true);
    if (!name.trim()) nameField.current?.focus();
    else form.current?.querySelector<HTMLInputElement>('[name$="group"], fieldset:last-of-type input')?.focus();
  };
  const edit = (change: () => void): void => {
    change();
    setWay({ kind: 'still' });
  };

  // What was entered goes in by itself once there is a link, or once the workshop has started.
  useEffect(() => {
    if (way.kind !== 'offline' && way.kind !== 'early') return undefined;
    const timer = setInterval(async () => {
      const answer = await lookBehind(code);
      if (answer.ok && answer.value.phase === 'open') void goIn();
      else if (answer.ok) setWay({ kind: 'early' });
    }, retryMs);
    return () => clearInterval(timer);
  }, [way.kind, name, group]);

  return (
    <form
      ref={form}
      class="page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <main class="column">
        <h1 class="sr" lang={title.lang}>
          {title.text}
        </h1>
        {way.kind === 'offline' && <Banner kind="wait">{t('join.kept')}</Banner>}
        {way.kind === 'early' && <Banner kind="info">{t('join.opens-later')}</Banner>}
        {way.kind === 'refused' && <Banner kind="bad">{way.words}</Banner>}
        <RadioChoice
          legend={t('lang.choose')}
          columns
          value={language().code}
          onChange={(chosen) => edit(() => void setLanguage(chosen as LanguageCode))}
          options={languages.map((other) => ({ value: other.code, label: other.name, lang: other.code }))}
        />
        <TextField
          label={t('join.name')}
          placeholder={t('join.name-example')}
          autocomplete="name"
          value={name}
          onInput={(value) => edit(() => setName(value))}
          error={nameError}
          inputRef={nameField}
        />
        <RadioChoice
          legend={t('join.group')}
          value={group}
          onChange={(chosen) => edit(() => setGroup(chosen))}
          error={groupError}
          options={door.groups.map(({ id, name: words, votes }) => {
            const { text, lang } = wordingOf(words);
            return {
              value: id,
              lang,
              label: votes ? (
                text
              ) : (
                <>
                  {text} <span class="hint">({t('join.no-vote')})</span>
                </>
              ),
            };
          })}
        />
      </main>
      <div class="foot">
        <Button
          submit
          look="filled"
          size="lg"
          block
          working={way.kind === 'sending' ? t('join.joining') : way.kind === 'early' ? t('join.waiting') : undefined}
        >
          {t('join.go')}
        </Button>
      </div>
    </form>
  );
}
