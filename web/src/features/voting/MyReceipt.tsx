import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { Banner, Status } from '../../ui/status';
import type { ActivityId } from '../../wire/wire.g';
import { ReceiptList } from './ReceiptList';
import { inFours, receiptOf } from './receipt';

/** Whether the ballot of this device is among those that were counted, and the list to look for oneself. */
export function MyReceipt({ activity, receipts }: { readonly activity: ActivityId; readonly receipts: readonly string[] }) {
  const { ballots } = useWorkshop();
  const kept = ballots.all.value.get(activity);
  const mine = kept?.key ? receiptOf(kept.ballot) : undefined;
  const found = mine !== undefined && receipts.includes(mine);
  return (
    <section class="stack gap-2" aria-label={t('vote.receipt')}>
      {kept?.sending && <Banner kind="wait">{t('vote.not-arrived')}</Banner>}
      {kept?.rejection && <Banner kind="bad">{reason(kept.rejection)}</Banner>}
      {mine && (
        <div class={found ? 'panel receipt-found' : 'panel receipt-found lost'}>
          <span class="receipt-small digits">{inFours(mine)}</span>
          <Status kind={found ? 'ok' : 'bad'}>{found ? t('res.receipt-found') : t('res.receipt-missing')}</Status>
          {!found && <p class="small">{t('res.receipt-do')}</p>}
        </div>
      )}
      <ReceiptList receipts={receipts} {...(mine === undefined ? {} : { mine })} />
    </section>
  );
}
