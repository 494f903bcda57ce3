import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import { RoomBar } from '../../ui/RoomBar';
import { SavedState } from '../../ui/SavedState';
import { Empty } from '../../ui/status';
import type { ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import { SwotBoard } from './SwotBoard';

/** The facilitator's SWOT board: the one that everyone looks at, else the one that takes cards, else the last on the agenda. */
export function SwotBoardPage() {
  const { id, store } = useWorkshop();
  const shown = useRecord<WorkshopRecord>('workshop')?.shown;
  const steps = useList('activity');
  const boards = steps.flatMap((id) => store.at<ActivityRecord>(id).value ?? []).filter(({ settings }) => settings.kind === 'swot');
  const board = boards.find(({ activity }) => activity === shown) ?? boards.findLast(({ status }) => status === 'open') ?? boards.at(-1);
  const title = board && wordingOf(board.title);
  return (
    <>
      <RoomBar
        staff
        {...(title ? { title: title.text, lang: title.lang } : {})}
        sub={
          <>
            <SavedState />
            {board && <span>{t('agenda.place', { place: steps.indexOf(board.id) + 1, count: steps.length })}</span>}
          </>
        }
      >
        <LinkButton href={`/w/${id}/run`} look="filled">
          {t('settings.back')}
        </LinkButton>
      </RoomBar>
      {board ? (
        <SwotBoard key={board.id} activity={board.activity} />
      ) : (
        <main class="column">
          <Empty>
            <p>{t('swot.no-board')}</p>
            <LinkButton href={`/w/${id}/agenda`}>{t('agenda.change')}</LinkButton>
          </Empty>
        </main>
      )}
    </>
  );
}
