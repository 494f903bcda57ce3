import { useRef, useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { language, t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { navigate } from '../../ui/navigate';
import { RoomLine } from '../../ui/RoomLine';
import { Banner } from '../../ui/status';
import { useTitle } from '../../ui/title';
import { newId } from '../../wire/ids';
import { emptyDraft } from './description';
import { WorkshopForm } from './WorkshopForm';
import { createWorkshop, type Description } from './workshops';

/** Makes a workshop, then shows its console. */
export function NewWorkshopPage() {
  const [initial] = useState(() => emptyDraft(language().code, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<string>();
  const id = useRef(newId());

  const create = async (description: Description): Promise<void> => {
    setWorking(true);
    const answer = await createWorkshop(id.current, description);
    setWorking(false);
    if (answer.ok) navigate(`/w/${answer.value.workshop}/run`, { replace: true });
    else if (answer.status === 401) navigate('/sign-in?to=/workshops/new');
    else {
      const words = reason(answer.problem);
      setRefused(words);
      announce(words, true);
    }
  };

  useTitle(t('workshops.new'));
  return (
    <>
      <RoomLine title={t('workshops.new')} sub={<a href="/workshops">{t('workshops.title')}</a>}>
        <LanguageMenu />
      </RoomLine>
      <WorkshopForm initial={initial} action={t('form.create')} working={working ? t('form.creating') : undefined} onSend={create}>
        <h1>{t('workshops.new')}</h1>
        {refused && <Banner kind="bad">{refused}</Banner>}
      </WorkshopForm>
    </>
  );
}
