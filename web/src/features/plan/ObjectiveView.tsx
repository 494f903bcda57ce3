import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand, useList, useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { PlusIcon } from '../../ui/icons.g';
import { LanguageOf, Words } from '../../ui/Words';
import type { PlanLineRecord } from '../../wire/wire.g';
import { LineDialog } from './LineDialog';
import { LineMenu } from './LineMenu';
import { LineState } from './LineState';
import { SourceChips } from './SourceChips';

/** An objective: its text and sources, and the table of its actions. */
export function ObjectiveView({
  id,
  chosen,
  onRemoved,
}: {
  readonly id: string;
  /** Somebody has just chosen it: its heading takes the focus, on a phone also the place on the page. */
  readonly chosen: boolean;
  readonly onRemoved: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (chosen) heading.current?.focus();
  }, [chosen]);
  const line = useRecord<PlanLineRecord>(id);
  const send = useCommand();
  const actions = useList('line', ({ parent }) => parent !== undefined && parent === line?.line, [line?.line]);
  const [adding, setAdding] = useState(false);
  if (!line) return null;
  return (
    <article class="objective" aria-labelledby="objective-heading">
      <header class="row objective-head">
        <h2 id="objective-heading" class="serif grow" tabIndex={-1} ref={heading}>
          <span class="digits">{line.number}</span> <Words of={line.text} />
        </h2>
        <LanguageOf text={line.text} />
        <LineMenu line={line} onRemoved={onRemoved} />
      </header>
      <LineState line={line} />
      <div class="row wrap">
        <span class="muted">{t('plan.src')}</span>
        <SourceChips sources={line.sources} most={3} />
      </div>
      <h3>{t('plan.actions')}</h3>
      {actions.length > 0 ? (
        <div class="table-scroll">
          <table class="actions">
            <thead>
              <tr>
                <th>{t('plan.number')}</th>
                <th>{t('plan.what')}</th>
                <th>{t('plan.src')}</th>
                <th>
                  <span class="sr">{t('plan.line-actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {actions.map((action) => (
                <Action key={action} id={action} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="muted">{t('plan.no-actions')}</p>
      )}
      <div>
        <Button onClick={() => setAdding(true)}>
          <PlusIcon /> {t('plan.add-action')}
        </Button>
      </div>
      {adding && (
        <LineDialog
          title={t('plan.add-action-title', { number: line.number })}
          action={t('plan.add-action')}
          onSend={(text) => send({ type: 'addAction', objective: line.line, text })}
          onClose={() => setAdding(false)}
        />
      )}
    </article>
  );
}

function Action({ id }: { readonly id: string }) {
  const line = useRecord<PlanLineRecord>(id);
  if (!line) return null;
  return (
    <tr>
      <td class="digits">{line.number}</td>
      <td>
        <span class="serif">
          <Words of={line.text} />
        </span>{' '}
        <LanguageOf text={line.text} />
        <LineState line={line} />
      </td>
      <td>
        <SourceChips sources={line.sources} />
      </td>
      <td>
        <LineMenu line={line} />
      </td>
    </tr>
  );
}
