import type { ComponentChildren } from 'preact';
import { useFit } from './fit';
import { SaidInTwo } from './InTwo';
import type { Speaker } from './speakers';
import './rows.css';

/** A list on the wall: as many rows as fit, then how many more there are. */
export function Rows({
  look,
  ids,
  speakers,
  row,
}: {
  /** The class of the list. */
  readonly look: string;
  readonly ids: readonly string[];
  readonly speakers: readonly Speaker[];
  /** Draws what stands in a row. */
  readonly row: (id: string) => ComponentChildren;
}) {
  const { frame, shown } = useFit();
  const count = Math.max(ids.length - shown, 0);
  return (
    <div class="fit" ref={frame}>
      <ol class={look}>
        {ids.map((id, place) => (
          <li key={id} class={place < shown ? undefined : 'unseen'}>
            {row(id)}
          </li>
        ))}
      </ol>
      <p class={count > 0 ? 'fit-more' : 'fit-more unseen'}>
        <SaidInTwo speakers={speakers} words={(say) => say('screen.more', { count })} />
      </p>
    </div>
  );
}
