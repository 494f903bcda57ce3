import { useMemo, useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { ownName } from '../../i18n/languages';
import { type Key, t } from '../../i18n/messages';
import { useCommand, useList, useRecord, useWorkshop } from '../../store/context';
import { useSigner } from '../../store/people';
import { Button, LinkButton } from '../../ui/Button';
import { Switch } from '../../ui/choices';
import { TextField } from '../../ui/fields';
import { GroupMark } from '../../ui/GroupMark';
import { RoomBar } from '../../ui/RoomBar';
import { SavedState } from '../../ui/SavedState';
import { Empty, LanguageTag, PersonText, Status } from '../../ui/status';
import { Underway } from '../../ui/Underway';
import type { PersonRecord, Role } from '../../wire/wire.g';
import './foresight';
import './people.css';
import { useOnline } from './presence';

const roles: Readonly<Record<Role, Key>> = {
  participant: 'people.role-participant',
  facilitator: 'people.role-facilitator',
  secretariat: 'people.role-secretariat',
  interpreter: 'people.role-interpreter',
  observer: 'people.role-observer',
  screen: 'people.role-screen',
  // These two never are people of a workshop.
  newcomer: 'people.role-participant',
  system: 'people.role-participant',
};

/** Everyone of the workshop: who is there, who may vote, who has left. */
export function PeoplePage() {
  const { store, id: workshop } = useWorkshop();
  const [sought, setSought] = useState('');
  const all = useList('person');
  const shown = useMemo(() => {
    const words = sought.trim().toLocaleLowerCase();
    const people = all
      .flatMap((id) => store.peek<PersonRecord>(id) ?? [])
      .filter(({ name }) => (name ?? '').toLocaleLowerCase().includes(words));
    return people.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')).map(({ id }) => id);
  }, [store, all, sought]);
  return (
    <>
      <RoomBar staff title={t('people.title')} sub={<SavedState />}>
        <LinkButton href={`/w/${workshop}/run`}>{t('settings.back')}</LinkButton>
      </RoomBar>
      <main class="people">
        <div class="row wrap">
          <h1 class="grow">{t('people.count', { count: all.length })}</h1>
        </div>
        <div class="people-search">
          <TextField label={t('people.search')} value={sought} onInput={setSought} autocomplete="off" />
        </div>
        {shown.length === 0 ? (
          <Empty>
            <p>{sought ? t('people.none-found') : t('people.none')}</p>
          </Empty>
        ) : (
          <table class="panel">
            <thead>
              <tr>
                <th scope="col">{t('people.name-column')}</th>
                <th scope="col">{t('people.group')}</th>
                <th scope="col">{t('people.role')}</th>
                <th scope="col">{t('people.language-column')}</th>
                <th scope="col">{t('people.presence')}</th>
                <th scope="col">{t('people.vote')}</th>
                <th scope="col">
                  <span class="sr">{t('people.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((id) => (
                <PersonRow key={id} id={id} />
              ))}
            </tbody>
          </table>
        )}
        <p class="hint">{t('people.hint')}</p>
      </main>
    </>
  );
}

function PersonRow({ id }: { readonly id: string }) {
  const person = useRecord<PersonRecord>(id);
  const signer = useSigner(person?.person);
  const send = useCommand();
  if (!person) return null;
  const name = person.name ?? t('people.erased');
  const group = signer?.group && wordingOf(signer.group);
  const staff = person.role === 'facilitator' || person.role === 'secretariat';
  return (
    <tr>
      <th scope="row">
        <PersonText>{name}</PersonText>
        <Underway record={id} />
      </th>
      <td>
        <GroupMark place={signer?.place}>{group ? <span lang={group.lang}>{group.text}</span> : t('people.team')}</GroupMark>
      </td>
      <td>{t(roles[person.role])}</td>
      <td>{person.language && <LanguageTag tag={person.language} name={ownName(person.language)} />}</td>
      <td>
        <Presence person={person} />
      </td>
      <td>
        <Switch
          label={<span class="sr">{t('people.votes', { name })}</span>}
          on={person.votes ?? false}
          onChange={(votes) => send({ type: 'setVotingRight', person: person.person, votes })}
        />
      </td>
      <td>
        {person.attendance === 'present' && !staff && (
          <Button size="sm" onClick={() => send({ type: 'markLeft', person: person.person })}>
            {t('people.has-left-mark')}
            <span class="sr"> {name}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

function Presence({ person }: { readonly person: PersonRecord }) {
  const online = useOnline();
  if (person.attendance === 'left') return <Status kind="idle">{t('people.left')}</Status>;
  if (online.lacks(person.person)) return <Status kind="off">{t('link.offline')}</Status>;
  return <Status kind="ok">{online.has(person.person) ? t('people.online') : t('people.present')}</Status>;
}
