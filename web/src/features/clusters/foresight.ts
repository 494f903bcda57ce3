import { foresee, type Look, mergeUnsent } from '../../store/overlay';
import { foreseenText } from '../../store/texts';
import type { ActivityId, CardId, ClusterId, ClusterRecord, PlacementRecord, Rec } from '../../wire/wire.g';
import { nowhere } from './sorting';

// What the commands about clusters will show, before the server has said so.

/** Behind every rank of the server. */
const lastRank = '\uffff';
/** What sorts directly behind a rank: nothing else begins with it. */
const directlyBehind = '\u0001';

const placementOf = (activity: ActivityId, card: CardId): string => `placed:${activity}/${card}`;

/** The placements of cards put behind `rank`, in order. */
function placed(look: Look, activity: ActivityId, cards: readonly CardId[], cluster: ClusterId, rank: string): readonly Rec[] {
  return cards.flatMap((card, i) => {
    const id = placementOf(activity, card);
    const now: PlacementRecord = {
      type: 'placement',
      id,
      activity,
      card,
      cluster,
      rank: rank + directlyBehind + String.fromCharCode(directlyBehind.charCodeAt(0) + i),
    };
    // If the command is not accepted, an unsorted card is to be seen where it was: nowhere, which is then what stays.
    return look(id) ? [now] : [{ ...now, cluster: nowhere }, now];
  });
}

foresee('placeCards', ({ activity, cards, cluster, after }, id, look) => {
  const neighbour = after && look<PlacementRecord>(placementOf(activity, after));
  const rank = neighbour && neighbour.cluster === cluster ? neighbour.rank : lastRank + id;
  return placed(look, activity, cards, cluster ?? nowhere, rank);
});

foresee('createCluster', ({ activity, name, after, cards = [] }, id, look) => {
  const cluster = id as string as ClusterId;
  const neighbour = after && look<ClusterRecord>(`cluster:${after}`);
  const record: ClusterRecord = {
    type: 'cluster',
    id: `cluster:${id}`,
    cluster,
    activity,
    number: '',
    name: foreseenText(name),
    rank: neighbour ? neighbour.rank + directlyBehind : lastRank + id,
    size: cards.length,
  };
  return [record, ...placed(look, activity, cards, cluster, '')];
});

foresee('renameCluster', ({ cluster, name }, _id, look) => {
  const record = look<ClusterRecord>(`cluster:${cluster}`);
  return record ? [{ ...record, name: foreseenText(name, record.name.version) }] : [];
});

foresee('moveCluster', ({ cluster, after }, _id, look) => {
  const record = look<ClusterRecord>(`cluster:${cluster}`);
  const neighbour = after && look<ClusterRecord>(`cluster:${after}`);
  return record ? [{ ...record, rank: (neighbour ? neighbour.rank : after ? lastRank : '') + directlyBehind }] : [];
});

// Whether a cluster can go is for the server to say: it may have been voted on.
foresee('removeCluster', ({ cluster }, _id, look) => {
  const record = look<ClusterRecord>(`cluster:${cluster}`);
  return record ? [record] : [];
});

mergeUnsent('renameCluster', ({ id, command: earlier }, later) => {
  if (earlier.type === 'createCluster' && (id as string) === later.cluster) return { ...earlier, name: later.name };
  return earlier.type === 'renameCluster' && earlier.cluster === later.cluster ? later : undefined;
});
