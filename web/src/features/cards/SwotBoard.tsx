import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic } from '../../store/context';
import { isCtrl, useKeys } from '../../ui/keys';
import { undoLast } from '../../ui/Undo';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord } from '../../wire/wire.g';
import './cards.css';
import { useDraft } from './draft';
import './foresight';
import { HeldLine } from './HeldLine';
import { type Holding, useHolding } from './holding';
import { type Board, neighbour, wayOf } from './placing';
import { SectionBoard } from './SectionBoard';
import { type Section, sections } from './sections';
import './swotBoard.css';

/** The four sections side by side, their axes named. Cards move by dragging, by pressing a card and then its place, and by keys. */
export function SwotBoard({ activity }: { readonly activity: ActivityId }) {
  const state = useTopic(`activity:${activity}`);
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const board: Board = {
    s: useSection(activity, 's'),
    w: useSection(activity, 'w'),
    o: useSection(activity, 'o'),
    t: useSection(activity, 't'),
  };
  const main = useRef<HTMLElement>(null);
  const refocus = useRef<string>(undefined);
  const draft = useDraft(`board:${activity}`);
  const holding = useHolding(board, (id) => {
    refocus.current = id;
  });
  const [focused, setFocused] = useState<string>();
  const all = sections.flatMap(({ id }) => board[id]);

  // A card that moves in the document loses the focus.
  useLayoutEffect(() => {
    const face = faceOf(main.current, refocus.current);
    if (!face) return;
    refocus.current = undefined;
    face.focus();
  });

  useKeys((event) => {
    if (keyWhileHolding(holding, event)) return true;
    if (holding.held) return false;
    if (!isCtrl(event, 'z')) return keyOnBoard(main.current!, board, event);
    refocus.current = focused;
    return undoLast();
  });
  return (
    <>
      <main class="swot-board" ref={main}>
        <h1 class="sr">{step && <Words of={step.title} />}</h1>
        <p class="axis helps">{t('swot.helps')}</p>
        <p class="axis hinders">{t('swot.hinders')}</p>
        <p class="axis inside">{t('swot.inside')}</p>
        <p class="axis outside">{t('swot.outside')}</p>
        {sections.map((section) => (
          <SectionBoard
            key={section.id}
            activity={activity}
            section={section}
            ids={board[section.id]}
            draft={draft}
            loading={state !== 'here'}
            holding={holding}
            reachable={focused && all.includes(focused) ? focused : all[0]}
            onFocus={setFocused}
          />
        ))}
      </main>
      <HeldLine holding={holding} />
    </>
  );
}

/** The cards of a section that lie there for all, in their order. */
function useSection(activity: ActivityId, section: Section['id']): readonly string[] {
  return useList(
    'card',
    (card) => card.activity === activity && card.section === section && (card.status === 'active' || card.status === 'parked'),
    [activity, section],
  );
}

/** What a key does with the card that is held; false: nothing. */
function keyWhileHolding(holding: Holding, { key }: KeyboardEvent): boolean {
  if (!holding.held) return false;
  const way = wayOf(key, document.documentElement.dir);
  const section = sections[Number(key) - 1];
  if (way) holding.step(way);
  else if (section) holding.over({ section: section.id, at: 0 });
  else if (key === 'Escape') holding.putBack();
  else return false;
  return true;
}

/** What a key does where nothing is held; false: nothing. */
function keyOnBoard(main: HTMLElement, board: Board, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const section = sections[Number(event.key) - 1];
  if (section) {
    const first = board[section.id][0];
    const goal = first ? faceOf(main, first) : main.querySelector<HTMLElement>(`[data-section="${section.id}"] button`);
    goal?.focus();
    return true;
  }
  const way = wayOf(event.key, document.documentElement.dir);
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')?.dataset['card'];
  if (!way || !from) return false;
  const next = neighbour(board, from, way);
  if (next) faceOf(main, next)?.focus();
  return true;
}

function faceOf(main: HTMLElement | null, id: string | undefined): HTMLElement | null | undefined {
  return id === undefined ? undefined : main?.querySelector<HTMLElement>(`[data-card="${id}"] .board-card-face`);
}
