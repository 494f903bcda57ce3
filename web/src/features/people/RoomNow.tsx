import { number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { GroupMark } from '../../ui/GroupMark';
import { PersonText, Status } from '../../ui/status';
import type { GroupId, PersonRecord, WorkshopRecord } from '../../wire/wire.g';
import './foresight';
import './room-now.css';
import { usePresence } from './presence';

const namesShown = 6;

/** For the facilitator: who has lost the connection while the workshop is open, and how many of each group are there. */
export function RoomNow() {
  const { id } = useWorkshop();
  const { present, connected, lost } = usePresence();
  const open = useRecord<WorkshopRecord>('workshop')?.phase === 'open';
  return (
    <>
      {open && lost.length > 0 && (
        <section class="stack gap-2">
          <div class="row">
            <h2>{t('people.lost')}</h2>
            <span class="hint end">{number(lost.length)}</span>
          </div>
          <ul class="lost">
            {lost.slice(0, namesShown).map((person) => (
              <Lost key={person.id} person={person} />
            ))}
          </ul>
          {lost.length > namesShown && <p class="hint">{t('people.lost-more', { count: lost.length - namesShown })}</p>}
        </section>
      )}
      <section class="stack gap-2">
        <div class="row">
          <h2>{t('people.title')}</h2>
          <span class="hint end">{t('people.connected-of', { connected: connected.length, present: present.length })}</span>
        </div>
        <Groups present={present} connected={connected} />
        <a class="small" href={`/w/${id}/settings/people`}>
          {t('people.all')}
        </a>
      </section>
    </>
  );
}

function Lost({ person }: { readonly person: PersonRecord }) {
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  const group = groups.find(({ id }) => id === person.group);
  const name = group && wordingOf(group.name);
  return (
    <li>
      <div class="grow">
        <p class="strong">
          <PersonText>{person.name ?? t('people.erased')}</PersonText>
        </p>
        {name && (
          <p class="hint">
            <bdi lang={name.lang}>{name.text}</bdi>
          </p>
        )}
      </div>
      <Status kind="off">{t('link.offline')}</Status>
    </li>
  );
}

interface GroupsProps {
  readonly present: readonly PersonRecord[];
  readonly connected: readonly PersonRecord[];
}

function Groups({ present, connected }: GroupsProps) {
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  const count = (people: readonly PersonRecord[], group: GroupId | undefined): number =>
    people.filter((person) => person.group === group).length;
  const line = (group: GroupId | undefined): string =>
    t('people.connected-of', { connected: count(connected, group), present: count(present, group) });
  return (
    <ul class="group-counts small">
      {groups.map(({ id, name }, place) => {
        const words = wordingOf(name);
        return (
          <li key={id}>
            <GroupMark place={place}>
              <bdi lang={words.lang}>{words.text}</bdi>
            </GroupMark>
            <span>{line(id)}</span>
          </li>
        );
      })}
      {count(present, undefined) > 0 && (
        <li>
          <GroupMark place={undefined}>{t('people.team')}</GroupMark>
          <span>{line(undefined)}</span>
        </li>
      )}
    </ul>
  );
}
