import { useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { ownName } from '../../i18n/languages';
import { t } from '../../i18n/messages';
import { useList, useRecord, useWorkshop } from '../../store/context';
import { newText, wordsOf } from '../../store/texts';
import { Button } from '../../ui/Button';
import { NumberField, SelectField, TextField } from '../../ui/fields';
import { Banner } from '../../ui/status';
import type { ActivityId, ActivityRecord, ActivitySettings, NewText, WorkshopRecord } from '../../wire/wire.g';
import { type Kind, kindName, usualMinutes, usualSettings } from './kinds';
import { RuleFields } from './RuleFields';

/** A step as the form hands it over. */
export interface Filled {
  readonly title: NewText;
  readonly minutes: number;
  readonly settings: ActivitySettings;
}

interface StepFormProps {
  readonly kind: Kind;
  /** What is changed; absent: a new step. */
  readonly step?: ActivityRecord;
  readonly onSave: (filled: Filled) => void;
  readonly onCancel: () => void;
}

/** Title, length and settings of a step, a new one or one to be changed. */
export function StepForm({ kind, step, onSave, onCancel }: StepFormProps) {
  const workshop = useRecord<WorkshopRecord>('workshop');
  const languages = workshop?.languages ?? [];
  const [words, setWords] = useState<Readonly<Record<string, string>>>(step ? wordsOf(step.title) : {});
  const [minutes, setMinutes] = useState(String(step?.minutes ?? usualMinutes[kind]));
  const [settings, setSettings] = useState(step?.settings ?? usualSettings(kind));
  const [tried, setTried] = useState(false);

  const title = newText(words, step?.title.original ?? languages[0] ?? '');
  const length = /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : undefined;
  const fixed = step?.openedAt !== undefined;
  const tags = [...new Set([...languages, ...Object.keys(words)])];

  const save = (): void => {
    setTried(true);
    if (title && length !== undefined) onSave({ title, minutes: length, settings });
  };

  return (
    <form
      class="stack gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {tags.map((tag, i) => (
        <TextField
          key={tag}
          label={t('agenda.title-in', { language: ownName(tag) })}
          lang={tag}
          value={words[tag] ?? ''}
          placeholder={i === 0 ? kindName(kind) : ''}
          error={i === 0 && tried && !title ? t('agenda.title-missing') : undefined}
          onInput={(text) => setWords({ ...words, [tag]: text })}
        />
      ))}
      <NumberField
        label={t('agenda.minutes-field')}
        value={minutes}
        error={tried && length === undefined ? t('agenda.minutes') : undefined}
        onInput={setMinutes}
      />
      {fixed ? (
        <Banner kind="info">{t('agenda.settings-stay')}</Banner>
      ) : (
        <SettingsFields settings={settings} step={step} onChange={setSettings} />
      )}
      <div class="row wrap">
        <Button submit look="filled">
          {step ? t('agenda.save') : t('agenda.add-this')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('ctl.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface SettingsFieldsProps {
  readonly settings: ActivitySettings;
  readonly step: ActivityRecord | undefined;
  readonly onChange: (settings: ActivitySettings) => void;
}

function SettingsFields({ settings, step, onChange }: SettingsFieldsProps) {
  if (settings.kind === 'clustering') {
    return (
      <SourceField
        label={t('agenda.board')}
        of="brainstorm"
        value={settings.board}
        step={step}
        onChange={(board) => onChange({ kind: 'clustering', ...(board ? { board } : {}) })}
      />
    );
  }
  if (settings.kind === 'vote') {
    return (
      <>
        <SourceField
          label={t('agenda.clustering')}
          of="clustering"
          value={settings.clustering}
          step={step}
          onChange={(clustering) => onChange({ kind: 'vote', rule: settings.rule, ...(clustering ? { clustering } : {}) })}
        />
        <RuleFields rule={settings.rule} onChange={(rule) => onChange({ ...settings, rule })} />
      </>
    );
  }
  return null;
}

interface SourceFieldProps {
  readonly label: string;
  readonly of: Kind;
  readonly value: ActivityId | undefined;
  readonly step: ActivityRecord | undefined;
  readonly onChange: (source: ActivityId | undefined) => void;
}

/** Which step this one works on: a certain one, or whichever comes before it when it is opened. */
function SourceField({ label, of, value, step, onChange }: SourceFieldProps) {
  const { store } = useWorkshop();
  const all = useList('activity');
  const sources = all.filter((id) => id !== step?.id && store.at<ActivityRecord>(id).value?.settings.kind === of);
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? undefined : (chosen as ActivityId))}
      options={[
        { value: '', label: t('agenda.source-before') },
        ...sources.map((id) => {
          const source = store.at<ActivityRecord>(id).value!;
          return { value: source.activity, label: `${all.indexOf(id) + 1}. ${wordingOf(source.title).text}` };
        }),
      ]}
    />
  );
}

/** The languages of the workshop that a step has no title in, by their own names. */
export function missingTitles(step: ActivityRecord, languages: readonly string[]): readonly string[] {
  return languages.filter((tag) => !step.title.versions[tag]).map(ownName);
}
