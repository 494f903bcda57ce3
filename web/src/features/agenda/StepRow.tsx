import { hour, span, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useMark, useRecord } from '../../store/context';
import { newText, wordsOf } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Stepper } from '../../ui/choices';
import { EllipsisVerticalIcon, GripVerticalIcon } from '../../ui/icons.g';
import { Menu } from '../../ui/Menu';
import { Status } from '../../ui/status';
import { Underway } from '../../ui/Underway';
import { offerUndo } from '../../ui/Undo';
import type { CommandId } from '../../wire/ids';
import type { ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import { kindName, work } from './kinds';
import { missingTitles } from './StepForm';

interface StepRowProps {
  readonly id: string;
  /** Milliseconds after the beginning of the first step. */
  readonly start: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly edited: boolean;
  readonly held: boolean;
  /** `refused`: the command that brought the step and was not accepted. */
  readonly onEdit: (step: ActivityRecord, refused?: CommandId) => void;
  readonly onTake: (press: PointerEvent) => void;
  readonly onMove: (by: number) => void;
}

/** A step of the agenda, to be changed, moved, shortened, taken out. */
export function StepRow({ id, start, first, last, edited, held, onEdit, onTake, onMove }: StepRowProps) {
  const step = useRecord<ActivityRecord>(id);
  const workshop = useRecord<WorkshopRecord>('workshop');
  const mark = useMark(id);
  const send = useCommand();
  if (!step) return null;
  const title = wordingOf(step.title);
  const opened = workshop?.openedAt ? Date.parse(workshop.openedAt) : undefined;
  const missing = missingTitles(step, workshop?.languages ?? []);

  const asItIs = { title: newText(wordsOf(step.title), step.title.original)!, minutes: step.minutes, settings: step.settings };
  const remove = (): void => {
    send({ type: 'removeActivity', activity: step.activity });
    offerUndo(t('agenda.removed'), t('ctl.undo'), () => send({ type: 'addActivity', ...asItIs }));
  };

  return (
    <li
      data-step={id}
      class={[edited && 'edited', held && 'held', mark && 'pending', mark?.state === 'refused' && 'failed'].filter(Boolean).join(' ')}
    >
      <span class="step-grip" aria-hidden="true" onPointerDown={(event) => onTake(event)}>
        <GripVerticalIcon size={18} />
      </span>
      <span class="step-time digits muted">{opened === undefined ? span(start) : hour(opened + start, workshop?.timeZone)}</span>
      <i class={`step-kind ${work[step.settings.kind]}`} aria-hidden="true" />
      <div class="step-words">
        <button
          type="button"
          class="step-title"
          aria-describedby={`${id}-kind`}
          onClick={() => onEdit(step)}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
            if (!event.altKey || by === 0) return;
            event.preventDefault();
            onMove(by);
          }}
        >
          <bdi lang={title.lang}>{title.text}</bdi>
        </button>
        <span class="step-about small muted" id={`${id}-kind`}>
          {kindName(step.settings.kind)}
          {step.status !== 'planned' && (
            <Status kind={step.status === 'open' ? 'wait' : 'idle'}>
              {step.status === 'open' ? t('agenda.open') : t('agenda.closed')}
            </Status>
          )}
          {missing.length > 0 && <Status kind="wait">{t('agenda.no-title-in', { languages: missing.join(', ') })}</Status>}
        </span>
        <Underway
          record={id}
          repair={({ id: refused, command }) => (
            <Button size="sm" onClick={() => onEdit(step, command.type === 'addActivity' ? refused : undefined)}>
              {t('agenda.edit')}
            </Button>
          )}
        />
      </div>
      <span class="step-minutes row">
        <Stepper
          label={t('agenda.minutes-of', { title: title.text })}
          less={t('agenda.shorter')}
          more={t('agenda.longer')}
          value={step.minutes}
          min={1}
          max={600}
          step={5}
          onChange={(minutes) => send({ type: 'changeActivity', activity: step.activity, ...asItIs, minutes })}
        />
        <span class="small muted">{t('agenda.minutes-unit', { count: step.minutes })}</span>
      </span>
      <Menu
        label={t('agenda.menu', { title: title.text })}
        look="plain"
        size="sm"
        items={[
          { key: 'edit', label: t('agenda.edit'), onChoose: () => onEdit(step) },
          ...(first ? [] : [{ key: 'up', label: t('agenda.move-up'), onChoose: () => onMove(-1) }]),
          ...(last ? [] : [{ key: 'down', label: t('agenda.move-down'), onChoose: () => onMove(1) }]),
          ...(step.openedAt === undefined ? [{ key: 'remove', label: t('agenda.remove'), destructive: true, onChoose: remove }] : []),
        ]}
      >
        <EllipsisVerticalIcon />
      </Menu>
    </li>
  );
}
