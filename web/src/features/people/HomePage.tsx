import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { languages } from '../../i18n/languages';
import { language, setLanguage, t } from '../../i18n/messages';
import { LinkButton } from '../../ui/Button';
import { MarkIcon } from '../../ui/RoomLine';
import { useTitle } from '../../ui/title';
import { CodeForm } from './CodeForm';
import { lastVisit, type Visit } from './visits';
import './home.css';

/** The first page: a code leads into the room, a link to those who run it. */
export function HomePage() {
  useTitle(undefined);
  const [visit] = useState(lastVisit);
  return (
    <AtTheDoor>
      {visit && <WayBack visit={visit} />}
      <CodeForm second={visit !== undefined} />
    </AtTheDoor>
  );
}

/** A code that leads nowhere: the digits stay in the field, the reason stands below. */
export function WrongCode({ code, problem }: { readonly code: string; readonly problem: string }) {
  return (
    <AtTheDoor>
      <CodeForm code={code} problem={problem} />
    </AtTheDoor>
  );
}

function AtTheDoor({ children }: { readonly children: ComponentChildren }) {
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
        {children}
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
function WayBack({ visit }: { readonly visit: Visit }) {
  return (
    <section class="panel row wrap home-back">
      <div class="grow">
        <p class="strong" lang={visit.lang} dir="auto">
          {visit.title}
        </p>
        <p class="hint">{t('home.you-are-in', { name: visit.name })}</p>
      </div>
      <LinkButton look="filled" href={`/w/${visit.workshop}`}>
        {t('home.return')}
      </LinkButton>
    </section>
  );
}
