import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { CheckChoice, RadioChoice } from '../../ui/choices';
import type { ClusterId, ResultRecord, VoteRecord } from '../../wire/wire.g';

interface TieChoiceProps {
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  /** How many of the level topics come in. */
  readonly places: number;
  readonly chosen: readonly ClusterId[];
  readonly onChoose: (chosen: readonly ClusterId[]) => void;
}

/** Asks which of the topics that are level at the line come in; with several places, also in which order. */
export function TieChoice({ vote, result, places, chosen, onChoose }: TieChoiceProps) {
  const level = result.rows.filter(({ selected }) => selected === undefined);
  const options = level.map(({ item }) => {
    const { text, lang } = wordingOf(vote.items.find(({ id }) => id === item)!.name);
    const place = chosen.indexOf(item);
    const rank = level[0]!.rank + place;
    return { value: item, lang, label: places > 1 && place >= 0 ? `${rank}. ${text}` : text };
  });
  const legend = t('results.tie-ask', { count: places });
  return (
    <section class="panel results-tie noprint">
      {places === 1 ? (
        <RadioChoice legend={legend} options={options} value={chosen[0] ?? ''} onChange={(item) => onChoose([item as ClusterId])} />
      ) : (
        <>
          <CheckChoice
            legend={legend}
            options={options}
            values={chosen}
            // The newest choice counts: with all places taken, the one before it gives way.
            onChange={(items) =>
              onChoose(items.length > places ? [...chosen.slice(0, places - 1), items.at(-1) as ClusterId] : (items as ClusterId[]))
            }
          />
          <p class="hint">{t('results.tie-order')}</p>
        </>
      )}
    </section>
  );
}
