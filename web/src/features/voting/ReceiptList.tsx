import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/messages';
import { inFours } from './receipt';
import './receipts.css';

interface ReceiptListProps {
  readonly receipts: readonly string[];
  /** The reader's own, to be found at a glance. */
  readonly mine?: string;
  /** How the list is to be used. */
  readonly children?: ComponentChildren;
}

/** The receipts of all counted ballots, opened by whoever wants to look. */
export function ReceiptList({ receipts, mine, children }: ReceiptListProps) {
  if (receipts.length === 0) return null;
  return (
    <details class="receipts">
      <summary>{t('res.receipts', { count: receipts.length })}</summary>
      {children}
      <p class="hint">{t('res.receipts-hint')}</p>
      <ul>
        {receipts.map((receipt) => (
          <li key={receipt} class={receipt === mine ? 'digits mine' : 'digits'}>
            {inFours(receipt)}
          </li>
        ))}
      </ul>
    </details>
  );
}
