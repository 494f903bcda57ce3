import { useEffect, useRef, useState } from 'preact/hooks';
import { languages } from '../../i18n/languages';
import { language, setLanguage, t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button, LinkButton } from '../../ui/Button';
import { CodeField } from '../../ui/CodeField';
import { navigate } from '../../ui/navigate';
import { MarkIcon } from '../../ui/RoomLine';
import { Banner } from '../../ui/status';
import { lookBehind, reasonAtTheDoor } from './doors';
import './home.css';
import { lastVisit } from './visits';

const codeLength = 9;
/** A shorter search needs no words. */
const searchShownAfterMs = 300;
const retryMs = 3_000;

/** The first page: a code leads into the room, a link to those who run it. */
export function HomePage() {
  return (
    <>
      <header class="home-top">
        <MarkIcon />
        <span class="strong grow">{t('home.name')}</span>
        <LanguageBar />
        <span class="home-door">
          <LinkButton href="/sign-in">{t('sign-in.link')}</LinkButton>
        </span>
      </header>
      <main class="home">
        <WayBack />
        <CodeForm />
        <section class="home-about">
          <p class="muted">{t('home.what')}</p>
          <p class="home-door-below">
            <a href="/sign-in">{t('sign-in.link')}</a>
          </p>
        </section>
      </main>
    </>
  );
}

function LanguageBar() {
  return (
    <nav class="home-languages" aria-label={t('lang.choose')}>
      {languages.map(({ code, name, direction }) => (
        <button
          key={code}
          type="button"
          lang={code}
          dir={direction}
          aria-pressed={code === language().code}
          onClick={() => void setLanguage(code)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

/** A device that has been in is offered the way back first. */
function WayBack() {
  const [visit] = useState(lastVisit);
  if (!visit) return null;
  return (
    <section class="panel row wrap home-back">
      <div class="grow">
        <p class="strong" lang={visit.lang} dir="auto">
          {visit.title}
        </p>
        <p class="hint">{t('home.you-are-in', { name: visit.name })}</p>
      </div>
      <LinkButton href={`/w/${visit.workshop}`}>{t('home.return')}</LinkButton>
    </section>
  );
}

function CodeForm() {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [searching, setSearching] = useState(false);
  const [offline, setOffline] = useState(false);

  const fail = (words: string): void => {
    setError(words);
    announce(words, true);
    field.current?.focus();
  };
  const enter = async (): Promise<void> => {
    if (code.length < codeLength) return fail(t('join.digits', { count: code.length }));
    const shown = setTimeout(() => setSearching(true), searchShownAfterMs);
    const answer = await lookBehind(code);
    clearTimeout(shown);
    setSearching(false);
    setOffline(!answer.ok && answer.status === 0);
    if (answer.ok) navigate(`/${code}`);
    else if (answer.status !== 0) fail(reasonAtTheDoor(answer));
  };

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
        <Button submit look="filled" size="lg" working={searching ? t('join.searching') : undefined}>
          {t('join.go')}
        </Button>
      </div>
      {error ? (
        <p class="error" id="code-error">
          {error}
        </p>
      ) : (
        <p class="hint" id="code-hint">
          {t('home.hint')}
        </p>
      )}
    </form>
  );
}
