import { useComputed } from '@preact/signals';
import { useTopics, useWorkshop } from '../../store/context';
import type { ActivityId, ClusterId, PlanLineId, PlanLineRecord, SourceRecord } from '../../wire/wire.g';

/** Keeps the views current in which the sources of the plan's lines are found. */
export function useSources(): void {
  const { store } = useWorkshop();
  const activities = useComputed(() => {
    const lines = store.list('line').value.map((id) => store.at<PlanLineRecord>(id).value);
    return [...new Set(lines.flatMap((line) => line?.sources ?? []).map(({ activity }) => activity))].sort().join(' ');
  }).value;
  useTopics(activities ? activities.split(' ').map((activity) => `activity:${activity}`) : []);
}

/** The lines beside a line, in order: what moving it up or down moves past. */
export function useSiblings(line: PlanLineRecord): readonly PlanLineId[] {
  const { store } = useWorkshop();
  return useComputed(() =>
    store
      .list('line')
      .value.map((id) => store.at<PlanLineRecord>(id).value)
      .filter((other) => other !== undefined && other.kind === line.kind && other.parent === line.parent)
      .map((other) => other!.line),
  ).value;
}

/** The cluster that a line comes from. */
export function clusterOf(line: PlanLineRecord): { readonly activity: ActivityId; readonly cluster: ClusterId } | undefined {
  const source = line.sources.find(({ kind }) => kind === 'cluster');
  return source?.ref ? { activity: source.activity, cluster: source.ref as ClusterId } : undefined;
}

/** The cards that a line comes from. */
export function cardsOf(line: PlanLineRecord): readonly SourceRecord[] {
  return line.sources.filter(({ kind }) => kind === 'card');
}
