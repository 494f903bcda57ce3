import { useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useList, useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { GroupMark } from '../../ui/GroupMark';
import { Banner, Empty, PersonText } from '../../ui/status';
import type { ActivityId, ActivityRecord, GroupId, PersonId, PersonRecord, WorkshopRecord } from '../../wire/wire.g';
import './electorate.css';
import { RuleList } from './RuleList';

interface ElectorateSheetProps {
  readonly activity: ActivityId;
  readonly onClose: () => void;
}

/** Who will vote, by which rule, and how secret it is: read before the vote opens. Each person can be left out. */
export function ElectorateSheet({ activity, onClose }: ElectorateSheetProps) {
  const { store } = useWorkshop();
  const send = useCommand();
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  const electors = useList('person', ({ elector }) => elector === true).flatMap((id) => store.at<PersonRecord>(id).value ?? []);
  const [without, setWithout] = useState<ReadonlySet<PersonId>>(new Set());
  if (step?.settings.kind !== 'vote') return null;

  const voting = electors.filter(({ person }) => !without.has(person)).length;
  const leave = (person: PersonId, out: boolean): void => {
    const next = new Set(without);
    if (out) next.add(person);
    else next.delete(person);
    setWithout(next);
  };
  const open = (): void => {
    onClose();
    send({ type: 'openVoting', activity, ...(without.size ? { without: [...without] } : {}) });
  };
  const bands: readonly (GroupId | undefined)[] = [...groups.map(({ id }) => id), undefined];

  return (
    <Dialog
      title={t('voting.who-votes')}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button look="filled" size="lg" sub={t('voting.electors', { count: voting })} onClick={open}>
            {t('voting.open')}
          </Button>
        </>
      }
    >
      <section class="stack gap-2">
        <h3>{t('voting.rule-title')}</h3>
        <RuleList rule={step.settings.rule} />
      </section>
      <Banner kind="info">{t('voting.secret-for-facilitator')}</Banner>
      <section class="stack">
        <h3>{t('voting.electors', { count: voting })}</h3>
        <p class="hint">{t('voting.electors-hint')}</p>
        {electors.length === 0 && (
          <Empty>
            <p>{t('voting.no-electors')}</p>
          </Empty>
        )}
        {bands.map((band, place) => {
          const people = electors.filter(({ group }) => group === band);
          const name = groups[place] && wordingOf(groups[place].name);
          return (
            people.length > 0 && (
              <fieldset key={band ?? 'none'} class="electors">
                <legend>
                  <GroupMark place={name && place}>{name ? <span lang={name.lang}>{name.text}</span> : t('people.team')}</GroupMark>
                </legend>
                {people.map(({ person, name: who }) => (
                  <label key={person}>
                    <input
                      type="checkbox"
                      checked={!without.has(person)}
                      onChange={(event) => leave(person, !event.currentTarget.checked)}
                    />
                    <PersonText>{who ?? t('people.erased')}</PersonText>
                  </label>
                ))}
              </fieldset>
            )
          );
        })}
      </section>
    </Dialog>
  );
}
