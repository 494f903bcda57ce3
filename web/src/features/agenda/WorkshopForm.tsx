import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { languages, ownName } from '../../i18n/languages';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { CheckChoice, Switch } from '../../ui/choices';
import { SelectField, TextField } from '../../ui/fields';
import { PlusIcon, Trash2Icon } from '../../ui/icons.g';
import { type Draft, describe, type Gaps, type GroupDraft, newGroup } from './description';
import type { Description } from './workshops';
import './workshops.css';

const mostGroups = 12;

interface WorkshopFormProps {
  readonly initial: Draft;
  /** The words of the button. */
  readonly action: string;
  /** What it says while it works. */
  readonly working?: string | undefined;
  /** Above the fields: what became of the last attempt. */
  readonly children?: ComponentChildren;
  readonly onSend: (description: Description) => void;
}

/** What a workshop is: languages, title, time zone, groups. For a new one and for its settings alike. */
export function WorkshopForm({ initial, action, working, children, onSend }: WorkshopFormProps) {
  const [draft, setDraft] = useState(initial);
  const [gaps, setGaps] = useState<Gaps>();
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    setGaps(undefined);
  };
  const submit = (): void => {
    const result = describe(draft);
    if ('description' in result) {
      onSend(result.description);
      return;
    }
    setGaps(result.gaps);
    announce(
      [
        result.gaps.languages && t('form.languages-missing'),
        result.gaps.title && t('form.title-missing'),
        result.gaps.groups.length && t('form.group-missing'),
      ]
        .filter(Boolean)
        .join(' '),
      true,
    );
  };
  const choose = (chosen: readonly string[]): void =>
    change({ languages: chosen, main: chosen.includes(draft.main) ? draft.main : (chosen[0] ?? draft.main) });
  const setGroup = (key: string, part: Partial<GroupDraft>): void =>
    change({ groups: draft.groups.map((group) => (group.key === key ? { ...group, ...part } : group)) });

  return (
    <form
      class="page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <main class="column">
        {children}
        <CheckChoice
          legend={t('form.languages')}
          columns
          values={draft.languages}
          onChange={choose}
          error={gaps?.languages && t('form.languages-missing')}
          options={languages.map(({ code, name }) => ({ value: code, label: name, lang: code }))}
        />
        {draft.languages.length > 1 && (
          <SelectField
            label={t('form.main-language')}
            hint={t('form.main-language-means')}
            value={draft.main}
            onChange={(main) => change({ main })}
            options={draft.languages.map((tag) => ({ value: tag, label: ownName(tag) }))}
          />
        )}
        <fieldset class="stack">
          <legend class="label">{t('form.title')}</legend>
          <Words
            tags={draft.languages}
            words={draft.words}
            onChange={(words) => change({ words })}
            error={gaps?.title && t('form.title-missing')}
          />
        </fieldset>
        <ZoneField value={draft.timeZone} onChange={(timeZone) => change({ timeZone })} />
        <section class="stack gap-4">
          <div class="stack gap-2">
            <h2>{t('form.groups')}</h2>
            <p class="hint">{t('form.groups-mean')}</p>
          </div>
          {draft.groups.map((group, i) => (
            <div class="panel group-form" key={group.key} role="group" aria-label={t('form.group', { number: i + 1 })}>
              <div class="group-head">
                <h3>{t('form.group', { number: i + 1 })}</h3>
                {draft.groups.length > 1 && (
                  <Button
                    look="plain"
                    destructive
                    label={t('form.group-remove', { number: i + 1 })}
                    onClick={() => change({ groups: draft.groups.filter((other) => other !== group) })}
                  >
                    <Trash2Icon />
                  </Button>
                )}
              </div>
              <Words
                tags={draft.languages}
                words={group.words}
                onChange={(words) => setGroup(group.key, { words })}
                error={gaps?.groups.includes(group.key) ? t('form.group-missing') : undefined}
              />
              <Switch label={t('form.group-votes')} on={group.votes} onChange={(votes) => setGroup(group.key, { votes })} />
            </div>
          ))}
          {draft.groups.length < mostGroups && (
            <Button onClick={() => change({ groups: [...draft.groups, newGroup()] })}>
              <PlusIcon /> {t('form.group-add')}
            </Button>
          )}
        </section>
      </main>
      <div class="foot">
        <Button submit look="filled" size="lg" block working={working}>
          {action}
        </Button>
      </div>
    </form>
  );
}

/** The same words in each of the languages. */
function Words({
  tags,
  words,
  onChange,
  error,
}: {
  readonly tags: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly onChange: (words: Readonly<Record<string, string>>) => void;
  readonly error?: string | undefined;
}) {
  return (
    <div class={tags.length > 1 ? 'two-up' : 'stack'}>
      {tags.map((tag, i) => (
        <TextField
          key={tag}
          label={t('form.in-language', { language: ownName(tag) })}
          lang={tag}
          value={words[tag] ?? ''}
          onInput={(text) => onChange({ ...words, [tag]: text })}
          error={i === 0 ? error : undefined}
        />
      ))}
    </div>
  );
}

/** All time zones that the browser knows, and the workshop's own, which may be a fixed offset. */
function ZoneField({ value, onChange }: { readonly value: string; readonly onChange: (zone: string) => void }) {
  const zones = useMemo(() => {
    const known = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : ['UTC'];
    return [...new Set([value, ...known])].sort();
  }, []);
  return (
    <SelectField
      label={t('form.zone')}
      value={value}
      onChange={onChange}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
    />
  );
}
