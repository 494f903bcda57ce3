import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LockIcon } from '../../ui/icons.g';
import { Words } from '../../ui/Words';
import type { VoteRecord } from '../../wire/wire.g';
import { Dots } from './DotTray';
import { countOf, type Placed } from './placed';

/** The last look before casting: the ballot, who can see it and who could, and whether it is final. */
export function ReviewSheet({
  vote,
  placed,
  onCast,
  onClose,
}: {
  readonly vote: VoteRecord;
  readonly placed: Placed;
  readonly onCast: () => void;
  readonly onClose: () => void;
}) {
  const left = vote.rule.dots - countOf(placed);
  const blank = countOf(placed) === 0;
  return (
    <Dialog
      title={t('vote.yours')}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <div class="review-foot">
          <Button look="filled" size="lg" block onClick={onCast} sub={vote.rule.replaceable ? t('vote.replaceable') : t('voting.final')}>
            {blank ? t('vote.abstain') : t('vote.cast')}
          </Button>
          <Button block onClick={onClose}>
            {t('vote.back')}
          </Button>
        </div>
      }
    >
      {blank ? <p>{t('vote.blank')}</p> : <BallotLines vote={vote} dots={placed} />}
      {!blank && left > 0 && <p class="small muted">{t('vote.unused', { count: left })}</p>}
      <Secrecy />
    </Dialog>
  );
}

/** The topics that a ballot gives dots, in the order of the list. */
export function BallotLines({ vote, dots }: { readonly vote: VoteRecord; readonly dots: Placed }) {
  return (
    <ul class="ballot-lines">
      {vote.items.map((item) => {
        const given = dots[item.id];
        return given ? (
          <li key={item.id}>
            <span class="grow">
              <Words of={item.name} />
            </span>
            <Dots filled={given} of={given} />
            <b>{number(given)}</b>
          </li>
        ) : null;
      })}
    </ul>
  );
}

/** Who can see the ballot, and who could. */
function Secrecy() {
  return (
    <div class="secrecy">
      <LockIcon size={18} />
      <div class="stack gap-2">
        <p class="strong">{t('vote.secret')}</p>
        <p>{t('vote.secret-could')}</p>
        {!isEncrypted() && <p>{t('vote.secret-plain')}</p>}
      </div>
    </div>
  );
}

/** Whether others on the network are kept from reading along; on the machine itself there is no network. */
function isEncrypted(): boolean {
  return location.protocol === 'https:' || /^(localhost|127\.|\[::1\])/.test(location.hostname);
}
