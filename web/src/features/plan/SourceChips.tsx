import { useState } from 'preact/hooks';
import { number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord } from '../../store/context';
import { useSigner } from '../../store/people';
import { Dialog } from '../../ui/Dialog';
import { GroupMark } from '../../ui/GroupMark';
import { PersonText, SourceChip } from '../../ui/status';
import { LanguageOf, Words } from '../../ui/Words';
import type { CardRecord, ClusterRecord, PlacementRecord, ResultRecord, SourceRecord, VoteRecord } from '../../wire/wire.g';

/** Where a line comes from: a chip a source; pressed, it shows the source itself. Many cards are one chip. */
export function SourceChips({ sources, most = 4 }: { readonly sources: readonly SourceRecord[]; readonly most?: number }) {
  const [open, setOpen] = useState<SourceRecord | 'cards'>();
  const cards = sources.filter(({ kind }) => kind === 'card');
  const together = cards.length > most;
  if (sources.length === 0) return <SourceChip kind="missing">{t('plan.no-source')}</SourceChip>;
  return (
    <>
      <ul class="source-chips" aria-label={t('plan.src')}>
        {sources
          .filter(({ kind }) => kind !== 'card' || !together)
          .map((source) => (
            <li key={`${source.kind} ${source.ref ?? source.activity}`}>
              <SourceChip kind={chipOf(source)} onOpen={() => setOpen(source)}>
                {words(source)}
              </SourceChip>
            </li>
          ))}
        {together && (
          <li>
            <SourceChip kind="card" onOpen={() => setOpen('cards')}>
              {t('plan.src-cards', { count: cards.length })}
            </SourceChip>
          </li>
        )}
      </ul>
      {open && (
        <Dialog side title={t('plan.src')} closeLabel={t('ctl.close-sheet')} onClose={() => setOpen(undefined)}>
          {open === 'cards' ? (
            <ul class="stack">
              {cards.map(({ ref }) => (
                <SourceCard key={ref} id={`card:${ref}`} />
              ))}
            </ul>
          ) : (
            <Source of={open} />
          )}
        </Dialog>
      )}
    </>
  );
}

const chipOf = ({ kind }: SourceRecord): 'card' | 'cluster' | 'vote' =>
  kind === 'cluster' ? 'cluster' : kind === 'vote' ? 'vote' : 'card';

function words({ kind, number: called, count, dots }: SourceRecord): string {
  if (kind === 'cluster') return t('plan.src-cluster', { number: called, count: count ?? 0 });
  return kind === 'vote' ? t('plan.src-vote', { rank: count ?? 0, dots: dots ?? 0 }) : called;
}

function Source({ of }: { readonly of: SourceRecord }) {
  if (of.kind === 'cluster') return <SourceCluster of={of} />;
  if (of.kind === 'vote') return <SourceVote of={of} />;
  return (
    <ul>
      <SourceCard id={`card:${of.ref}`} />
    </ul>
  );
}

function SourceCluster({ of }: { readonly of: SourceRecord }) {
  const cluster = useRecord<ClusterRecord>(`cluster:${of.ref}`);
  const placed = useList('placement', ({ cluster: in_ }) => in_ === of.ref, [of.ref]);
  return (
    <>
      <h3>
        <span class="digits muted">{of.number}</span> {cluster && <Words of={cluster.name} />}
      </h3>
      <ul class="stack">
        {placed.map((id) => (
          <PlacedCard key={id} id={id} />
        ))}
      </ul>
    </>
  );
}

function PlacedCard({ id }: { readonly id: string }) {
  const placed = useRecord<PlacementRecord>(id);
  return placed ? <SourceCard id={`card:${placed.card}`} /> : null;
}

function SourceVote({ of }: { readonly of: SourceRecord }) {
  const vote = useRecord<VoteRecord>(`vote:${of.activity}`);
  const result = useRecord<ResultRecord>(`result:${of.activity}`);
  if (!vote || !result) return null;
  const name = new Map<string, string>(vote.items.map((item) => [item.id, wordingOf(item.name).text]));
  return (
    <>
      <p>{t('res.turnout', { ballots: result.ballots, electors: result.electors, blank: result.blank })}</p>
      <table>
        <thead>
          <tr>
            <th>{t('res.place')}</th>
            <th>{t('res.topic')}</th>
            <th>{t('res.dots-column')}</th>
            <th>{t('res.voters-column')}</th>
          </tr>
        </thead>
        <tbody>
          {result.rows.map(({ item, rank, dots, voters }) => (
            <tr key={item} aria-current={rank === of.count ? 'true' : undefined} class={rank === of.count ? 'current' : undefined}>
              <td>{number(rank)}</td>
              <td dir="auto">{name.get(item)}</td>
              <td>{number(dots)}</td>
              <td>{number(voters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A card as a source: its text as written, its number, whose it is. */
export function SourceCard({ id, children }: { readonly id: string; readonly children?: preact.ComponentChildren }) {
  const card = useRecord<CardRecord>(id);
  const signer = useSigner(card?.author);
  if (!card) return null;
  return (
    <li class="source-card">
      <p>
        <Words of={card.text} />
      </p>
      <p class="row wrap hint">
        <span class="digits">{card.number}</span>
        <LanguageOf text={card.text} />
        {signer?.name && (
          <GroupMark place={signer.place}>
            <PersonText>{signer.name}</PersonText>
          </GroupMark>
        )}
        {children}
      </p>
    </li>
  );
}
