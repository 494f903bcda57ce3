import { number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic, useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import { GroupMark } from '../../ui/GroupMark';
import { Banner, Skeleton, Status } from '../../ui/status';
import type { ActivityId, ActivityRecord, BallotsRecord, Band, ResultRecord, VoteRecord, WorkshopRecord } from '../../wire/wire.g';
import { RuleList } from './RuleList';
import './watch.css';

/** A vote on the console: what is voted on, by which rule, how many ballots are in. Never anything of what they say before the close. */
export function VoteWatch({ activity }: { readonly activity: ActivityId }) {
  const { id } = useWorkshop();
  const state = useTopic(`activity:${activity}`);
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const vote = useRecord<VoteRecord>(`vote:${activity}`);
  const ballots = useRecord<BallotsRecord>(`ballots:${activity}`);
  const result = useRecord<ResultRecord>(`result:${activity}`);
  if (step?.settings.kind !== 'vote') return null;
  if (state !== 'here') return <Skeleton label={t('page.loading')} />;
  return (
    <div class="stack gap-5">
      {!vote && <Before source={step.source} />}
      {vote && (
        <div class="facts">
          <span>
            <b>{number(result?.ballots ?? ballots?.ballots ?? 0)}</b> {t('voting.ballots-of', { electors: vote.electors })}
          </span>
          <span>
            <b>{number(vote.items.length)}</b> {t('voting.topics', { count: vote.items.length })}
          </span>
        </div>
      )}
      {vote?.open && <Banner kind="wait">{t('voting.nobody-sees')}</Banner>}
      {result && (
        <section class="panel stack">
          <Status kind="ok">{result.tooFew ? t('voting.too-few-ballots') : t('voting.counted', { blank: result.blank })}</Status>
          <span>
            <LinkButton href={`/w/${id}/run/results`}>{t('voting.to-results')}</LinkButton>
          </span>
        </section>
      )}
      <section class="panel stack">
        <h2>{t('voting.rule-title')}</h2>
        <RuleList rule={vote?.rule ?? step.settings.rule} />
        {vote && <Bands bands={vote.bands} />}
      </section>
    </div>
  );
}

/** What would be voted on if the vote opened now. */
function Before({ source }: { readonly source: ActivityId | undefined }) {
  const { id } = useWorkshop();
  useTopic(source && `activity:${source}`);
  const groups = useList('cluster', ({ activity }) => activity === source, [source]);
  if (groups.length >= 2) {
    return (
      <div class="facts">
        <span>
          <b>{number(groups.length)}</b> {t('voting.topics', { count: groups.length })}
        </span>
      </div>
    );
  }
  return (
    <Banner kind="wait" action={source ? <LinkButton href={`/w/${id}/run/clusters`}>{t('clusters.to-sorting')}</LinkButton> : undefined}>
      {t('voting.too-few-items')}
    </Banner>
  );
}

function Bands({ bands }: { readonly bands: readonly Band[] }) {
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  return (
    <div class="stack gap-2">
      <h3>{t('voting.bands')}</h3>
      <ul class="bands small">
        {bands.map((band) => (
          <li key={band.id}>
            <span>
              {band.groups.map((id) => {
                const place = groups.findIndex((group) => group.id === id);
                const name = groups[place] && wordingOf(groups[place].name);
                return (
                  <GroupMark key={id} place={name && place}>
                    {name ? <span lang={name.lang}>{name.text}</span> : t('people.team')}
                  </GroupMark>
                );
              })}
            </span>
            <span>{t('voting.electors', { count: band.electors })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
