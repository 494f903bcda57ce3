import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand } from '../../store/context';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EllipsisVerticalIcon } from '../../ui/icons.g';
import { Menu } from '../../ui/Menu';
import { Words } from '../../ui/Words';
import type { PlanLineRecord } from '../../wire/wire.g';
import { LineDialog } from './LineDialog';
import { useSiblings } from './lines';

/** What can be done with a line: edit it, move it among its siblings, take it out of the plan. */
export function LineMenu({ line, onRemoved }: { readonly line: PlanLineRecord; readonly onRemoved?: () => void }) {
  const send = useCommand();
  const siblings = useSiblings(line);
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const place = siblings.indexOf(line.line);
  const close = (): void => setOpen(undefined);
  const move = (behind: number): void => {
    const after = siblings[behind];
    send({
      type: 'movePlanLine',
      line: line.line,
      ...(line.parent ? { parent: line.parent } : {}),
      ...(after ? { after } : {}),
    });
  };
  // On its way for the first time it has no number yet, and nothing but its text can be changed.
  const known = line.number !== '';
  return (
    <>
      <Menu
        label={t('plan.line-menu', { number: line.number })}
        look="plain"
        size="sm"
        items={[
          { key: 'edit', label: t('plan.edit'), onChoose: () => setOpen('edit') },
          ...(known && place > 0 ? [{ key: 'up', label: t('plan.move-up'), onChoose: () => move(place - 2) }] : []),
          ...(known && place < siblings.length - 1 ? [{ key: 'down', label: t('plan.move-down'), onChoose: () => move(place + 1) }] : []),
          { key: 'remove', label: t('plan.remove'), destructive: true, onChoose: () => setOpen('remove') },
        ]}
      >
        <EllipsisVerticalIcon />
      </Menu>
      {open === 'edit' && (
        <LineDialog
          title={t('plan.edit-title', { number: line.number })}
          initial={line.text}
          action={t('plan.save')}
          onSend={(text) => send({ type: 'editPlanLine', line: line.line, text, base: line.text.version ?? 1 })}
          onClose={close}
        />
      )}
      {open === 'remove' && (
        <Dialog
          title={t('plan.remove-ask', { number: line.number })}
          closeLabel={t('ctl.close-sheet')}
          onClose={close}
          foot={
            <>
              <Button onClick={close}>{t('ctl.cancel')}</Button>
              <Button
                look="filled"
                destructive
                onClick={() => {
                  close();
                  send({ type: 'removePlanLine', line: line.line });
                  onRemoved?.();
                }}
              >
                {t('plan.remove')}
              </Button>
            </>
          }
        >
          <p class="serif">
            <Words of={line.text} />
          </p>
          <p class="muted">{line.kind === 'objective' ? t('plan.remove-means-actions') : t('plan.remove-means')}</p>
        </Dialog>
      )}
    </>
  );
}
