import { useState } from 'preact/hooks';
import './foresight';
import { languageOf, ownName } from '../../i18n/languages';
import { language, t } from '../../i18n/messages';
import { useCommand, useList, useRecord, useTopic, useWorkshop } from '../../store/context';
import { Button, LinkButton } from '../../ui/Button';
import { DownloadIcon, PlusIcon } from '../../ui/icons.g';
import { Menu } from '../../ui/Menu';
import { RoomBar } from '../../ui/RoomBar';
import { Empty, Skeleton } from '../../ui/status';
import type { PrioritiesRecord, WorkshopRecord } from '../../wire/wire.g';
import { CardsPanel } from './CardsPanel';
import { LineDialog } from './LineDialog';
import { Refusals } from './LineState';
import { useSources } from './lines';
import { ObjectiveView } from './ObjectiveView';
import { PlanTree } from './PlanTree';
import '../../styles/papers.css';
import './plan.css';

/** The draft plan as staff write it: priorities and objectives, the chosen objective with its actions, the cards behind it. */
export function PlanPage() {
  const { id } = useWorkshop();
  const state = useTopic('plan');
  const send = useCommand();
  const priorities = useRecord<PrioritiesRecord>('priorities');
  const objectives = useList('line', ({ kind }) => kind === 'objective');
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  useSources();
  const shown = chosen && objectives.includes(chosen) ? chosen : objectives[0];
  const nothing = objectives.length === 0 && !priorities;
  return (
    <>
      <RoomBar staff title={t('plan.title')}>
        <LinkButton href={`/w/${id}/run`} size="sm">
          {t('plan.to-console')}
        </LinkButton>
        {objectives.length > 0 && <Download />}
      </RoomBar>
      <main class="plan">
        <h1 class="sr">{t('plan.title')}</h1>
        {state !== 'here' ? (
          <div class="plan-nothing">
            <Skeleton label={t('page.loading')} lines={6} />
          </div>
        ) : (
          <>
            <div class="plan-side">
              <Refusals />
              <PlanTree objectives={objectives} chosen={shown} onChoose={setChosen} />
              <Button look={nothing ? 'outlined' : 'plain'} onClick={() => setAdding(true)}>
                <PlusIcon /> {t('plan.add-objective')}
              </Button>
            </div>
            <div class="plan-paper">
              {shown ? (
                <ObjectiveView key={shown} id={shown} chosen={shown === chosen} onRemoved={() => setChosen(undefined)} />
              ) : (
                <Empty>
                  <p>{priorities ? t('plan.none-from-priorities') : t('plan.none')}</p>
                  {!priorities && <LinkButton href={`/w/${id}/run/results`}>{t('plan.to-results')}</LinkButton>}
                </Empty>
              )}
            </div>
            {shown && <CardsPanel key={shown} id={shown} />}
          </>
        )}
      </main>
      {adding && (
        <LineDialog
          title={t('plan.add-objective')}
          action={t('plan.add-objective')}
          onSend={(text) => setChosen(`line:${send({ type: 'addObjective', text })}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

/** The plan as a Word file, in a language of the workshop that the documents speak. */
function Download() {
  const { id } = useWorkshop();
  const tags = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const offered = [...new Set([language(), ...tags.map(languageOf)].flatMap((found) => (found ? [found.code] : [])))];
  const words = (
    <>
      <DownloadIcon /> {t('dl.word')}
    </>
  );
  return (
    <Menu
      label={t('dl.word-in')}
      look="filled"
      size="sm"
      words
      items={offered.map((code) => ({
        key: code,
        label: ownName(code),
        lang: code,
        href: `/api/workshops/${id}/plan.docx?lang=${code}`,
      }))}
    >
      {words}
    </Menu>
  );
}
