import { foresee, mergeUnsent } from '../../store/overlay';
import type { MeRecord, PersonRecord } from '../../wire/wire.g';

// What the commands about people will show, before the server has said so.

foresee('leaveWorkshop', (_command, _id, look) => {
  const me = look<MeRecord>('me');
  return me ? [{ ...me, attendance: 'left' }] : [];
});

foresee('returnToWorkshop', (_command, _id, look) => {
  const me = look<MeRecord>('me');
  return me ? [{ ...me, attendance: 'present' }] : [];
});

foresee('setLanguage', ({ language }, _id, look) => {
  const me = look<MeRecord>('me');
  return me ? [{ ...me, language }] : [];
});

foresee('setVotingRight', ({ person, votes }, _id, look) => {
  const record = look<PersonRecord>(`person:${person}`);
  return record ? [{ ...record, votes }] : [];
});

foresee('markLeft', ({ person }, _id, look) => {
  const record = look<PersonRecord>(`person:${person}`);
  return record ? [{ ...record, attendance: 'left' }] : [];
});

/** Of several languages chosen without a link, the last one counts. */
mergeUnsent('setLanguage', ({ command }, later) => (command.type === 'setLanguage' ? later : undefined));
