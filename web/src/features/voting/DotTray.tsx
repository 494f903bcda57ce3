import { useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { LockIcon, MinusIcon, PlusIcon } from '../../ui/icons.g';
import { StepHeading } from '../../ui/StepHeading';
import { Banner } from '../../ui/status';
import { Words } from '../../ui/Words';
import type { ActivityRecord, VoteItem, VoteRecord, WorkshopRecord } from '../../wire/wire.g';
import { countOf, type Filling } from './placed';
import { ReviewSheet } from './ReviewSheet';
import { ballotWords, selectionWords } from './ruleWords';

interface DotTrayProps {
  readonly step: ActivityRecord;
  readonly vote: VoteRecord;
  readonly filling: Filling;
  readonly onCast: () => void;
  /** Goes back to the ballot that this device has cast already. */
  readonly onKeep?: (() => void) | undefined;
}

/** Placing the dots: how many are left stays in sight, − and + beside every topic. */
export function DotTray({ step, vote, filling, onCast, onKeep }: DotTrayProps) {
  const { rule, items } = vote;
  const session = useRecord<WorkshopRecord>('workshop')?.phase;
  const [why, setWhy] = useState<string>();
  const [reviewing, setReviewing] = useState(false);
  const used = countOf(filling.placed);
  const left = rule.dots - used;
  const obstacle =
    session !== 'open' ? t('workshop.closed') : !rule.partial && used > 0 && left > 0 ? t('vote.place-all', { left }) : undefined;

  const change = (item: VoteItem, by: 1 | -1): void => {
    const dots = filling.placed[item.id] ?? 0;
    const reason =
      by < 0
        ? dots === 0
          ? t('vote.none-here')
          : undefined
        : dots >= rule.mostOnOne
          ? t('vote.most-here', { most: rule.mostOnOne })
          : left <= 0
            ? t('vote.none-left', { dots: rule.dots })
            : undefined;
    setWhy(reason);
    if (!reason) filling.set(item.id, dots + by);
    announce(reason ?? t('vote.placed', { name: wordingOf(item.name).text, dots: dots + by, left: left - by }));
  };
  return (
    <>
      <main class="column step vote">
        <StepHeading>
          <Words of={step.title} />
        </StepHeading>
        <div class="stack gap-2">
          <p>{ballotWords(rule)}</p>
          <p class="small muted">{selectionWords(rule)}</p>
          <p class="secrecy">
            <LockIcon size={18} />
            <span>{t('vote.secret')}</span>
          </p>
        </div>
        {onKeep && <Banner kind="info">{t('vote.still-counts')}</Banner>}
        <div class="tray">
          <div class="tray-line">
            <b>{t('vote.left', { count: left })}</b>
            <Dots filled={left} of={rule.dots} />
          </div>
          {why && <p class="tray-why">{why}</p>}
        </div>
        <ul class="vote-items">
          {items.map((item) => (
            <ItemRow key={item.id} item={item} vote={vote} dots={filling.placed[item.id] ?? 0} left={left} onChange={change} />
          ))}
        </ul>
      </main>
      <footer class="foot stack gap-2">
        <Button look="filled" size="lg" block popup="dialog" unavailable={obstacle} onClick={() => setReviewing(true)}>
          {used > 0 ? t('vote.review') : t('vote.abstain')}
        </Button>
        {onKeep && (
          <Button block onClick={onKeep}>
            {t('vote.keep')}
          </Button>
        )}
      </footer>
      {reviewing && (
        <ReviewSheet
          vote={vote}
          placed={filling.placed}
          onClose={() => setReviewing(false)}
          onCast={() => {
            setReviewing(false);
            onCast();
          }}
        />
      )}
    </>
  );
}

function ItemRow({
  item,
  vote,
  dots,
  left,
  onChange,
}: {
  readonly item: VoteItem;
  readonly vote: VoteRecord;
  readonly dots: number;
  readonly left: number;
  readonly onChange: (item: VoteItem, by: 1 | -1) => void;
}) {
  const { mostOnOne } = vote.rule;
  const name = wordingOf(item.name).text;
  return (
    <li class={dots > 0 ? 'vote-item given' : 'vote-item'}>
      <span class="vote-name">
        <Words of={item.name} />
      </span>
      <span class="vote-slots" role="img" aria-label={t('vote.dots-of', { dots, most: mostOnOne })}>
        {mostOnOne > mostDrawn ? (
          <span class="small muted">{t('vote.dots-of', { dots, most: mostOnOne })}</span>
        ) : (
          <Dots filled={dots} of={mostOnOne} />
        )}
      </span>
      <div class="vote-buttons" role="group" aria-label={name}>
        <button
          type="button"
          class="btn"
          aria-label={t('vote.less', { name })}
          aria-disabled={dots === 0 || undefined}
          onClick={() => onChange(item, -1)}
        >
          <MinusIcon />
        </button>
        <button
          type="button"
          class="btn"
          aria-label={t('vote.more', { name })}
          aria-disabled={left <= 0 || dots >= mostOnOne || undefined}
          onClick={() => onChange(item, 1)}
        >
          <PlusIcon />
        </button>
      </div>
    </li>
  );
}

/** More than this can't be taken in at a glance: a number stands beside them, or in their place. */
const mostDrawn = 10;

/** Dots, and the places where more would go; nothing where there are too many to draw. */
export function Dots({ filled, of }: { readonly filled: number; readonly of: number }) {
  if (of > mostDrawn) return null;
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: of }, (_, place) => (
        <i key={place} class={place < filled ? 'vote-dot' : 'vote-dot free'} />
      ))}
    </span>
  );
}
