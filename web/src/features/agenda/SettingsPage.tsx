import { useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { stateWords } from '../../i18n/states';
import { useCommand, useMark, useRecord, useWorkshop } from '../../store/context';
import { foresee } from '../../store/overlay';
import { foreseenText } from '../../store/texts';
import { LinkButton } from '../../ui/Button';
import { RoomBar } from '../../ui/RoomBar';
import { Banner, Status } from '../../ui/status';
import type { WorkshopRecord } from '../../wire/wire.g';
import { draftOf } from './description';
import { WorkshopForm } from './WorkshopForm';

foresee('describeWorkshop', ({ title, languages, timeZone, groups }, _id, look) => {
  const workshop = look<WorkshopRecord>('workshop');
  if (!workshop) return [];
  const named = groups.map(({ id, name, votes = true }) => ({ id, name: foreseenText(name), votes }));
  return [{ ...workshop, title: foreseenText(title), languages, timeZone, groups: named }];
});

/** Title, languages, time zone and groups of a workshop that exists. */
export function SettingsPage() {
  const { id, outbox } = useWorkshop();
  const workshop = useRecord<WorkshopRecord>('workshop');
  const mark = useMark('workshop');
  const send = useCommand();
  const [saved, setSaved] = useState(false);
  const [initial] = useState(() => workshop && draftOf(workshop));
  if (!initial) return null;
  const state = mark ? stateWords(mark.state) : saved ? stateWords('saved') : undefined;
  return (
    <>
      <RoomBar staff sub={state && <Status kind={state.kind}>{state.words}</Status>}>
        <LinkButton href={`/w/${id}/run`}>{t('settings.back')}</LinkButton>
      </RoomBar>
      <WorkshopForm
        initial={initial}
        action={t('form.save')}
        onSend={(description) => {
          // A refused attempt is replaced, not followed, by the next one.
          for (const entry of mark?.entries ?? []) if (entry.state === 'refused') outbox.discard(entry.id);
          send({ type: 'describeWorkshop', ...description });
          setSaved(true);
        }}
      >
        <h1>{t('settings.title')}</h1>
        {mark?.rejection && <Banner kind="bad">{reason(mark.rejection)}</Banner>}
      </WorkshopForm>
    </>
  );
}
