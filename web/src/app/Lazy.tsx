import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/messages';
import { Button } from '../ui/Button';
import { takeArrival } from '../ui/navigate';
import { Empty, Skeleton } from '../ui/status';

/** Loads the module of a screen, which exports it under its name. */
export type Load<P> = () => Promise<ComponentType<P>>;

const loaded = new Map<Load<never>, ComponentType<never>>();

/** Draws a screen once its code is here; says so while it is not, and offers another try where it can't be had. */
export function Lazy<P extends object>({ load, props }: { readonly load: Load<P>; readonly props: P }) {
  const [state, setState] = useState<{ readonly load: Load<P>; readonly failed?: boolean }>({ load });
  const [attempt, setAttempt] = useState(0);
  const Screen = loaded.get(load as Load<never>) as ComponentType<P> | undefined;

  useEffect(() => {
    if (Screen) return undefined;
    let current = true;
    load().then(
      (screen) => {
        loaded.set(load as Load<never>, screen as ComponentType<never>);
        if (current) setState({ load });
      },
      () => current && setState({ load, failed: true }),
    );
    return () => {
      current = false;
    };
  }, [load, attempt]);

  const retry = (): void => {
    setState({ load });
    setAttempt(attempt + 1);
  };
  if (Screen) return <Arrived screen={Screen} props={props} />;
  if (!state.failed || state.load !== load) {
    return (
      <main class="column">
        <Skeleton label={t('page.loading')} lines={5} />
      </main>
    );
  }
  return (
    <main class="column centred">
      <Empty>
        <p role="alert">{t('page.failed')}</p>
        <Button look="filled" onClick={retry}>
          {t('st.retry')}
        </Button>
      </Empty>
    </main>
  );
}

/** A page that was gone to takes the reader to its heading. */
function Arrived<P extends object>({ screen: Screen, props }: { readonly screen: ComponentType<P>; readonly props: P }) {
  useEffect(() => {
    if (!takeArrival() || document.querySelector('main :focus')) return;
    const heading = document.querySelector<HTMLElement>('h1') ?? document.querySelector<HTMLElement>('main');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }, [Screen]);
  return <Screen {...props} />;
}
