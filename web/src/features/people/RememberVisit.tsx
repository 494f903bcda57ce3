import { useEffect } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { useRecord, useWorkshop } from '../../store/context';
import type { MeRecord, WorkshopRecord } from '../../wire/wire.g';
import { rememberVisit } from './visits';

/** Notes where this device is, for the first page's way back. */
export function RememberVisit() {
  const { id } = useWorkshop();
  const name = useRecord<MeRecord>('me')?.name;
  const workshop = useRecord<WorkshopRecord>('workshop');
  const title = workshop && wordingOf(workshop.title);
  useEffect(() => {
    if (name && title) rememberVisit({ workshop: id, title: title.text, lang: title.lang, name });
  }, [id, name, title?.text]);
  return null;
}
