import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { MarkIcon } from '../../ui/RoomLine';
import './screen.css';

/** The room's screen while it has nothing to show yet: never empty, never an error; it comes by itself. */
export function ScreenWaits({ shut }: { readonly shut: boolean }) {
  useEffect(() => {
    document.documentElement.classList.add('on-wall');
    document.documentElement.dataset['theme'] = 'dark';
  }, []);
  return (
    <main class="wall wall-waits">
      <MarkIcon size={220} />
      <p class="wall-words">{shut ? t('screen.from-console') : t('screen.waiting')}</p>
    </main>
  );
}
