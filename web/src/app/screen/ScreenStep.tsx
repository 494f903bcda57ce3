import type { ComponentChildren } from 'preact';
import { useBoardCards, useSectionSize } from '../../features/cards/boards';
import { sections } from '../../features/cards/sections';
import { ballotWords } from '../../features/voting/ruleWords';
import { number } from '../../i18n/format';
import { useList, useRecord, useTopic } from '../../store/context';
import type { ActivityId, ActivityRecord, BallotsRecord, ClusterRecord, PlanLineRecord, ResultRecord, VoteRecord } from '../../wire/wire.g';
import { useShrink } from './fit';
import { SaidInTwo, TextInTwo } from './InTwo';
import { Rows } from './Rows';
import { ScreenResult } from './ScreenResult';
import type { Speaker } from './speakers';
import './swot.css';

type Count = (count?: number, words?: (say: Speaker['say']) => string) => ComponentChildren;

interface StepProps {
  readonly step: ActivityRecord;
  readonly speakers: readonly Speaker[];
  /** Draws the foot with the step's number. */
  readonly children: Count;
}

/** What the room sees of a step: the question and a count, or what has come of it. */
export function ScreenStep(props: StepProps) {
  switch (props.step.settings.kind) {
    case 'brainstorm':
      return <Board {...props} />;
    case 'swot':
      return <Swot {...props} />;
    case 'clustering':
      return <Clusters {...props} />;
    case 'vote':
      return <Vote {...props} />;
    case 'plan':
      return <Plan {...props} />;
  }
}

function Question({ step, speakers }: Pick<StepProps, 'step' | 'speakers'>) {
  return (
    <h1 class="wall-words" ref={useShrink()}>
      <TextInTwo speakers={speakers} text={step.title} />
    </h1>
  );
}

function Board({ step, speakers, children }: StepProps) {
  const cards = useBoardCards(step.activity).length;
  return (
    <>
      <Question step={step} speakers={speakers} />
      {children(cards, (say) => say('screen.cards', { count: cards }))}
    </>
  );
}

function Swot({ step, speakers, children }: StepProps) {
  const cards = useBoardCards(step.activity).length;
  return (
    <>
      <div class="wall-swot-step">
        <Question step={step} speakers={speakers} />
        <ul class="wall-swot">
          {sections.map((section) => (
            <li key={section.id} class={section.id}>
              <b>{section.letter}</b>
              <span>
                <SaidInTwo speakers={speakers} words={(say) => say(section.name)} />
              </span>
              <SectionCount activity={step.activity} section={section.id} />
            </li>
          ))}
        </ul>
      </div>
      {children(cards, (say) => say('screen.cards', { count: cards }))}
    </>
  );
}

function SectionCount({ activity, section }: { readonly activity: ActivityId; readonly section: string }) {
  return <strong>{number(useSectionSize(activity, section))}</strong>;
}

function Clusters({ step, speakers, children }: StepProps) {
  const clusters = useList('cluster', (cluster) => cluster.activity === step.activity, [step.activity]);
  return (
    <>
      {clusters.length === 0 ? (
        <Question step={step} speakers={speakers} />
      ) : (
        <Rows look="wall-list" ids={clusters} speakers={speakers} row={(id) => <ClusterLine id={id} speakers={speakers} />} />
      )}
      {children(clusters.length, (say) => say('screen.clusters', { count: clusters.length }))}
    </>
  );
}

function ClusterLine({ id, speakers }: { readonly id: string; readonly speakers: readonly Speaker[] }) {
  const cluster = useRecord<ClusterRecord>(id);
  if (!cluster) return null;
  return (
    <>
      <span>
        <TextInTwo speakers={speakers} text={cluster.name} />
      </span>
      <strong>{number(cluster.size)}</strong>
    </>
  );
}

function Vote({ step, speakers, children }: StepProps) {
  const vote = useRecord<VoteRecord>(`vote:${step.activity}`);
  const result = useRecord<ResultRecord>(`result:${step.activity}`);
  const ballots = useRecord<BallotsRecord>(`ballots:${step.activity}`)?.ballots ?? 0;
  const frame = useShrink<HTMLDivElement>();
  if (vote && result) return <ScreenResult vote={vote} result={result} speakers={speakers} />;
  const rule = vote?.rule ?? (step.settings.kind === 'vote' ? step.settings.rule : undefined);
  return (
    <>
      <div class="wall-words" ref={frame}>
        <h1>
          <TextInTwo speakers={speakers} text={step.title} />
        </h1>
        {rule && (
          <p class="wall-rule">
            <SaidInTwo speakers={speakers} words={(say) => `${ballotWords(rule, say)} ${say('screen.secret')}`} />
          </p>
        )}
      </div>
      {vote ? children(ballots, (say) => say('screen.voted', { electors: vote.electors })) : children()}
    </>
  );
}

function Plan({ step, speakers, children }: StepProps) {
  useTopic('plan');
  const objectives = useList('line', ({ kind }) => kind === 'objective');
  return (
    <>
      {objectives.length === 0 ? (
        <Question step={step} speakers={speakers} />
      ) : (
        <Rows look="wall-list" ids={objectives} speakers={speakers} row={(id) => <Objective id={id} speakers={speakers} />} />
      )}
      {children(objectives.length, (say) => say('screen.objectives', { count: objectives.length }))}
    </>
  );
}

function Objective({ id, speakers }: { readonly id: string; readonly speakers: readonly Speaker[] }) {
  const line = useRecord<PlanLineRecord>(id);
  if (!line) return null;
  return (
    <>
      <strong>{line.number}</strong>
      <span>
        <TextInTwo speakers={speakers} text={line.text} />
      </span>
    </>
  );
}
