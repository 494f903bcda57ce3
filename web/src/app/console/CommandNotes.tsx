import { useEffect } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Banner } from '../../ui/status';
import { commandWords } from './wording';

/** Texts that were not accepted stay where they were written, with ways out of their own. */
const besideTheirText = new Set(['addCard', 'editCard']);

/** The newest command that was not accepted, else the newest that waits for the connection, with the ways out. */
export function CommandNotes() {
  const { outbox } = useWorkshop();
  const entries = outbox.entries.value.filter(({ command }) => !besideTheirText.has(command.type));
  const refused = entries.findLast(({ state }) => state === 'refused');
  const waiting = entries.findLast(({ state }) => state === 'device');
  const why = refused?.rejection && reason(refused.rejection);
  useEffect(() => {
    if (why) announce(why, true);
  }, [refused?.id, why]);

  if (refused) {
    return (
      <Banner
        kind="bad"
        action={
          <span class="row wrap gap-2">
            <Button size="sm" onClick={() => outbox.retry(refused.id)}>
              {t('st.retry')}
            </Button>
            <Button size="sm" look="plain" onClick={() => outbox.discard(refused.id)}>
              {t('ctl.dismiss')}
            </Button>
          </span>
        }
      >
        <b>{t('console.not-accepted', { command: commandWords(refused.command) })}</b> {why}
      </Banner>
    );
  }
  if (!waiting) return null;
  const withdraw = (): void => {
    if (!outbox.withdraw(waiting.id)) announce(t('console.on-its-way'), true);
  };
  return (
    <Banner
      kind="wait"
      action={
        <Button size="sm" onClick={withdraw}>
          {t('console.withdraw')}
        </Button>
      }
    >
      {t('console.waits', { command: commandWords(waiting.command) })}
    </Banner>
  );
}
