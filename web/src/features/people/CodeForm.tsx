import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { CodeField } from '../../ui/CodeField';
import { navigate } from '../../ui/navigate';
import { Banner } from '../../ui/status';
import { lookBehind, reasonAtTheDoor } from './doors';
import './home.css';

const codeLength = 9;
/** A shorter search needs no words. */
const searchShownAfterMs = 300;
const retryMs = 3_000;

interface CodeFormProps {
  /** What was tried already, */
  readonly code?: string;
  /** and why it failed. */
  readonly problem?: string;
  /** Another way in stands above: the button is not the filled one. */
  readonly second?: boolean;
}

/** The code, large, and the way in. */
export function CodeForm({ code: tried = '', problem, second }: CodeFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(tried);
  const [error, setError] = useState(problem);
  const [searching, setSearching] = useState(false);
  const [offline, setOffline] = useState(false);

  const fail = (words: string): void => {
    setError(words);
    announce(words, true);
    field.current?.focus();
  };
  const enter = async (): Promise<void> => {
    if (code.length < codeLength) {
      fail(t('join.digits', { count: code.length }));
      return;
    }
    const shown = setTimeout(() => setSearching(true), searchShownAfterMs);
    const answer = await lookBehind(code);
    clearTimeout(shown);
    setSearching(false);
    setOffline(!answer.ok && answer.status === 0);
    if (answer.ok) navigate(`/${code}`);
    else if (answer.status !== 0) fail(reasonAtTheDoor(answer));
  };

  // Where a keyboard is at hand, one can type at once; on a phone it would cover the page.
  useEffect(() => {
    if (!second && matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);

  // Without a connection the code is kept and tried again, until it is changed.
  useEffect(() => {
    if (!offline) return undefined;
    const timer = setInterval(() => void enter(), retryMs);
    return () => clearInterval(timer);
  }, [offline, code]);

  return (
    <form
      class="home-code"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <h1>
        <label for="code">{t('join.title')}</label>
      </h1>
      {offline && <Banner kind="wait">{t('join.no-connection')}</Banner>}
      <div class="home-line">
        <CodeField
          id="code"
          inputRef={field}
          value={code}
          invalid={error !== undefined}
          describedBy={error ? 'code-error' : 'code-hint'}
          onInput={(digits) => {
            setCode(digits);
            setError(undefined);
            setOffline(false);
          }}
        />
        {error ? (
          <p class="error" id="code-error">
            {error}
          </p>
        ) : (
          <p class="hint" id="code-hint">
            {t('home.hint')}
          </p>
        )}
        <Button submit look={second ? 'outlined' : 'filled'} size="lg" working={searching ? t('join.searching') : undefined}>
          {t('join.go')}
        </Button>
      </div>
    </form>
  );
}
