import { useEffect, useRef, useState } from 'preact/hooks';
import { hour } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useList, useRecord, useWorkshop } from '../../store/context';
import { Button, LinkButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PlusIcon } from '../../ui/icons.g';
import { Menu } from '../../ui/Menu';
import { useMedia } from '../../ui/media';
import { RoomBar } from '../../ui/RoomBar';
import { SavedState } from '../../ui/SavedState';
import { Empty, Status } from '../../ui/status';
import { UndoBar } from '../../ui/Undo';
import type { CommandId } from '../../wire/ids';
import type { ActivityId, ActivityRecord, AddActivity, WorkshopRecord } from '../../wire/wire.g';
import './builder.css';
import './foresight';
import { type Kind, kindName, kinds } from './kinds';
import { quickStart } from './quickStart';
import { Ribbon } from './Ribbon';
import { type Filled, StepForm } from './StepForm';
import { StepList } from './StepList';
import { beginnings } from './schedule';

/** What the form is open for. */
type Editing =
  | { readonly kind: Kind; readonly step?: undefined; readonly refused?: undefined }
  | {
      readonly kind: Kind;
      readonly step: ActivityRecord /** The command that brought the step and was not accepted. */;
      readonly refused?: CommandId;
    };

/** Sets up the agenda: steps, their order, their length, their settings. */
export function AgendaPage() {
  const { id, outbox } = useWorkshop();
  const send = useCommand();
  const steps = useList('activity');
  const [editing, setEditing] = useState<Editing>();
  const last = steps.at(-1)?.slice('activity:'.length) as ActivityId | undefined;

  const save = ({ title, minutes, settings }: Filled): void => {
    setEditing(undefined);
    const added: AddActivity = { type: 'addActivity', title, minutes, settings, ...(last ? { after: last } : {}) };
    if (!editing?.step) send(added);
    else if (editing.refused) outbox.retry(editing.refused, added);
    else send({ type: 'changeActivity', activity: editing.step.activity, title, minutes, settings });
  };
  const add = (
    <Menu
      label={t('agenda.add')}
      words
      look={steps.length === 0 ? 'filled' : 'outlined'}
      items={kinds.map((kind) => ({ key: kind, label: kindName(kind), onChoose: () => setEditing({ kind }) }))}
    >
      <PlusIcon /> {t('agenda.add')}
    </Menu>
  );

  return (
    <>
      <RoomBar staff title={t('agenda.title')} sub={<SavedState />}>
        <LinkButton href={`/w/${id}/run`} look={editing || steps.length === 0 ? 'outlined' : 'filled'}>
          {t('agenda.to-console')}
        </LinkButton>
      </RoomBar>
      <main class="builder">
        <header class="builder-head stack">
          <div class="row wrap">
            <Summary steps={steps} />
            <span class="end">{steps.length > 0 && add}</span>
          </div>
          {steps.length > 0 && <Ribbon />}
        </header>
        {steps.length === 0 ? (
          <Empty>
            <p class="strong">{t('agenda.empty')}</p>
            <p>{t('agenda.empty-hint')}</p>
            <div class="row wrap">
              {add}
              <QuickStart />
            </div>
          </Empty>
        ) : (
          <StepList
            edited={editing?.step?.id}
            onEdit={(step, refused) => setEditing({ kind: step.settings.kind, step, ...(refused ? { refused } : {}) })}
          />
        )}
        {editing && (
          <FormPlace key={editing.step?.id ?? editing.kind} editing={editing} onSave={save} onCancel={() => setEditing(undefined)} />
        )}
        <UndoBar />
      </main>
    </>
  );
}

function Summary({ steps }: { readonly steps: readonly string[] }) {
  const { store } = useWorkshop();
  const workshop = useRecord<WorkshopRecord>('workshop');
  const length = beginnings(steps.map((id) => store.at<ActivityRecord>(id).value?.minutes ?? 0)).at(-1)!;
  const minutes = length / 60_000;
  const opened = workshop?.openedAt ? Date.parse(workshop.openedAt) : undefined;
  return (
    <>
      <h1>
        {steps.length === 0
          ? t('agenda.title')
          : t('agenda.summary', { steps: steps.length, hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
      </h1>
      {opened !== undefined && steps.length > 0 && (
        <Status kind="ok">
          {t('agenda.from-to', { from: hour(opened, workshop?.timeZone), to: hour(opened + length, workshop?.timeZone) })}
        </Status>
      )}
    </>
  );
}

interface FormPlaceProps {
  readonly editing: Editing;
  readonly onSave: (filled: Filled) => void;
  readonly onCancel: () => void;
}

/** Beside the list where there is room, over it where there is not. */
function FormPlace({ editing, onSave, onCancel }: FormPlaceProps) {
  const beside = useMedia('(min-width: 1001px)');
  const heading = useRef<HTMLHeadingElement>(null);
  const { kind, step } = editing;
  const title = step ? t('agenda.change-step', { kind: kindName(kind) }) : t('agenda.new-step', { kind: kindName(kind) });
  const form = <StepForm kind={kind} {...(step ? { step } : {})} onSave={onSave} onCancel={onCancel} />;
  useEffect(() => heading.current?.focus(), []);
  if (!beside) {
    return (
      <Dialog title={title} closeLabel={t('ctl.close-sheet')} onClose={onCancel}>
        {form}
      </Dialog>
    );
  }
  return (
    <aside class="panel stack gap-4" onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {form}
    </aside>
  );
}

/** Puts the steps of a short workshop on an empty agenda. */
function QuickStart() {
  const send = useCommand();
  const workshop = useRecord<WorkshopRecord>('workshop');
  const [working, setWorking] = useState(false);
  const start = async (): Promise<void> => {
    setWorking(true);
    let after: ActivityId | undefined;
    for (const step of await quickStart(workshop?.languages ?? [])) {
      after = send({ type: 'addActivity', ...step, ...(after ? { after } : {}) }) as string as ActivityId;
    }
  };
  return (
    <Button onClick={() => void start()} working={working ? t('agenda.adding') : undefined}>
      {t('agenda.quick-start')}
    </Button>
  );
}
