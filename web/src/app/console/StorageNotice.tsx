import { useEffect } from 'preact/hooks';
import { type Key, t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { announce } from '../../ui/announce';
import { Banner } from '../../ui/status';
import type { StorageRecord, StorageTrouble } from '../../wire/wire.g';

const words: Readonly<Record<StorageTrouble, Key>> = {
  full: 'console.storage-full',
  busy: 'console.storage-busy',
  slow: 'console.storage-slow',
};

/** What keeps the server from saving, for as long as it does: staff alone can call whoever runs it. */
export function StorageNotice() {
  const trouble = useRecord<StorageRecord>('storage')?.trouble;
  useEffect(() => {
    if (trouble) announce(t(words[trouble]), true);
  }, [trouble]);
  return trouble ? <Banner kind={trouble === 'full' ? 'bad' : 'wait'}>{t(words[trouble])}</Banner> : null;
}
