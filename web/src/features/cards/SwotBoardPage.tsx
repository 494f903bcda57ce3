import { t } from '../../i18n/messages';
import { useList, useRecord, useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import { RoomBar } from '../../ui/RoomBar';
import { Empty } from '../../ui/status';
import { Words } from '../../ui/Words';
import type { ActivityRecord, WorkshopRecord } from '../../wire/wire.g';
import { SwotBoard } from './SwotBoard';

/** The facilitator's SWOT board: the one that everyone looks at, else the one that takes cards, else the last on the agenda. */
export function SwotBoardPage() {
  const { id, store } = useWorkshop();
  const shown = useRecord<WorkshopRecord>('workshop')?.shown;
  const boards = useList('activity', ({ settings }) => settings.kind === 'swot').flatMap((id) => store.at<ActivityRecord>(id).value ?? []);
  const board = boards.find(({ activity }) => activity === shown) ?? boards.findLast(({ status }) => status === 'open') ?? boards.at(-1);
  return (
    <>
      <RoomBar staff sub={board && <Words of={board.title} />}>
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
