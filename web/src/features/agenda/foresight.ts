import { foresee, type Look, mergeUnsent } from '../../store/overlay';
import { foreseenText } from '../../store/texts';
import type { ActivityId, ActivityRecord, ActivityStatus, Phase, Rec, WorkshopRecord } from '../../wire/wire.g';

const step = (look: Look, id: ActivityId | undefined): ActivityRecord | undefined => look<ActivityRecord>(`activity:${id}`);

/** Between two steps until the server has numbered them anew. */
const behind = (look: Look, after: ActivityId | undefined): number => (step(look, after)?.number ?? 0) + 0.5;

const withStatus = (look: Look, id: ActivityId, status: ActivityStatus): readonly Rec[] => {
  const record = step(look, id);
  return record ? [{ ...record, status }] : [];
};

const withPhase = (look: Look, phase: Phase): readonly Rec[] => {
  const record = look<WorkshopRecord>('workshop');
  return record ? [{ ...record, phase }] : [];
};

/** Marks the step as being changed, without showing a change that is not foreseen. */
const untouched = (look: Look, id: ActivityId): readonly Rec[] => {
  const record = step(look, id);
  return record ? [record] : [];
};

foresee('openSession', (_command, _id, look) => withPhase(look, 'open'));
foresee('closeSession', (_command, _id, look) => withPhase(look, 'closed'));
foresee('showActivity', ({ activity }, _id, look) => {
  const record = look<WorkshopRecord>('workshop');
  return record ? [{ ...record, shown: activity }] : [];
});
foresee('openActivity', ({ activity }, _id, look) => withStatus(look, activity, 'open'));
foresee('closeActivity', ({ activity }, _id, look) => withStatus(look, activity, 'closed'));

// Whether a vote is open is for the server to say.
foresee('openVoting', ({ activity }, _id, look) => untouched(look, activity));
foresee('closeVoting', ({ activity }, _id, look) => untouched(look, activity));

foresee('addActivity', ({ title, minutes, settings, after }, id, look) => [
  {
    type: 'activity',
    id: `activity:${id}`,
    activity: id as string as ActivityId,
    number: behind(look, after),
    title: foreseenText(title),
    minutes,
    settings,
    status: 'planned',
  },
]);
foresee('changeActivity', ({ activity, title, minutes, settings }, _id, look) => {
  const record = step(look, activity);
  return record ? [{ ...record, title: foreseenText(title, record.title.version), minutes, settings }] : [];
});
foresee('moveActivity', ({ activity, after }, _id, look) => {
  const record = step(look, activity);
  return record ? [{ ...record, number: behind(look, after) }] : [];
});
foresee('removeActivity', ({ activity }, _id, look) => untouched(look, activity));

// Each change of a step is whole: the later one stands for both.
mergeUnsent('changeActivity', ({ command }, later) =>
  command.type === 'changeActivity' && command.activity === later.activity ? later : undefined,
);
