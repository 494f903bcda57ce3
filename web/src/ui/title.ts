import { useEffect } from 'preact/hooks';
import { t } from '../i18n/messages';

/** Names the page in the browser's tab and history. */
export function useTitle(title: string | undefined): void {
  const product = t('home.name');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
