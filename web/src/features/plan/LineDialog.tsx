import { useState } from 'preact/hooks';
import { ownName } from '../../i18n/languages';
import { language, t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { newText, wordsOf } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import type { NewText, Text, WorkshopRecord } from '../../wire/wire.g';

/** Writes the text of a line, in each language of the workshop that somebody has words for. */
export function LineDialog({
  title,
  initial,
  action,
  onSend,
  onClose,
}: {
  readonly title: string;
  readonly initial?: Text;
  readonly action: string;
  readonly onSend: (text: NewText) => void;
  readonly onClose: () => void;
}) {
  const tags = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const [words, setWords] = useState<Readonly<Record<string, string>>>(initial ? wordsOf(initial) : {});
  const [missing, setMissing] = useState(false);
  const main = initial?.original ?? (tags.includes(language().code) ? language().code : (tags[0] ?? language().code));
  const shown = [...new Set([main, ...tags, ...Object.keys(words)])];
  const send = (): void => {
    const text = newText(words, main);
    setMissing(!text);
    if (!text) return;
    onSend(text);
    onClose();
  };
  return (
    <Dialog
      title={title}
      closeLabel={t('ctl.close-sheet')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button look="filled" onClick={send}>
            {action}
          </Button>
        </>
      }
    >
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {shown.map((tag, i) => (
          <TextField
            key={tag}
            label={ownName(tag)}
            lang={tag}
            lines={i === 0 ? 3 : 2}
            value={words[tag] ?? ''}
            error={i === 0 && missing ? t('text.empty') : undefined}
            onInput={(text) => {
              setMissing(false);
              setWords({ ...words, [tag]: text });
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              send();
            }}
          />
        ))}
      </form>
    </Dialog>
  );
}
