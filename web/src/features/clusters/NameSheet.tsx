import { useEffect, useRef, useState } from 'preact/hooks';
import { ownName } from '../../i18n/languages';
import { language, t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { newText } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { type FieldRef, TextField } from '../../ui/fields';
import type { NewText, WorkshopRecord } from '../../wire/wire.g';

interface NameSheetProps {
  readonly title: string;
  /** The words of the button that does it. */
  readonly does: string;
  /** The name as it is, by language; empty for a new cluster. */
  readonly words: Readonly<Record<string, string>>;
  /** The language that it was first written in, if any. */
  readonly original?: string;
  readonly onName: (name: NewText) => void;
  readonly onClose: () => void;
}

/** A cluster's name in the languages of the workshop; one is enough. */
export function NameSheet({ title, does, words, original, onName, onClose }: NameSheetProps) {
  const languages = useRecord<WorkshopRecord>('workshop')?.languages ?? [];
  const mine = languages.includes(language().code) ? language().code : languages[0]!;
  const tags = [mine, ...new Set([...languages, ...Object.keys(words)])].filter((tag, i, all) => all.indexOf(tag) === i);
  const [names, setNames] = useState(words);
  const [missing, setMissing] = useState(false);
  const first: FieldRef = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const save = (event: Event): void => {
    event.preventDefault();
    const name = newText(names, original ?? mine);
    if (name) {
      onName(name);
      return;
    }
    setMissing(true);
    first.current?.focus();
  };
  return (
    <Dialog title={title} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      <form class="stack gap-4" onSubmit={save}>
        <p class="muted">{t('sort.name-hint')}</p>
        {tags.map((tag) => (
          <TextField
            key={tag}
            label={ownName(tag)}
            lang={tag}
            value={names[tag] ?? ''}
            onInput={(text) => {
              setMissing(false);
              setNames({ ...names, [tag]: text });
            }}
            error={missing && tag === mine ? t('sort.name-none') : undefined}
            {...(tag === mine ? { inputRef: first } : {})}
          />
        ))}
        <div class="dialog-foot">
          <Button onClick={onClose}>{t('ctl.cancel')}</Button>
          <Button look="filled" submit>
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
