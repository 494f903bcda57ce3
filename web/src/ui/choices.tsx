import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { MinusIcon, PlusIcon } from './icons.g';
import './field.css';

/** One of several that a person can choose. */
export interface Option {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly lang?: string;
}

interface ChoiceProps {
  readonly legend: string;
  /** What is wrong, and what to do. */
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  /** Three in a row, for short words. */
  readonly columns?: boolean;
}

/** One of a few, all in sight. */
export function RadioChoice({
  value,
  onChange,
  ...choice
}: ChoiceProps & { readonly value: string | undefined; readonly onChange: (value: string) => void }) {
  return <Choice {...choice} type="radio" isChosen={(option) => option === value} onChoose={onChange} />;
}

/** Any number of a few, all in sight. */
export function CheckChoice({
  values,
  onChange,
  ...choice
}: ChoiceProps & { readonly values: readonly string[]; readonly onChange: (values: readonly string[]) => void }) {
  const toggle = (value: string): void => onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return <Choice {...choice} type="checkbox" isChosen={(option) => values.includes(option)} onChoose={toggle} />;
}

interface AnyChoiceProps extends ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly isChosen: (value: string) => boolean;
  readonly onChoose: (value: string) => void;
}

function Choice({ legend, error, options, columns, type, isChosen, onChoose }: AnyChoiceProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="label">{legend}</legend>
      <div class={columns ? 'options three' : 'options'}>
        {options.map(({ value, label, lang }) => (
          <label key={value} class={`option ${type} ${isChosen(value) ? 'chosen' : ''}`} lang={lang}>
            <input
              type={type}
              name={id}
              value={value}
              checked={isChosen(value)}
              onChange={() => onChoose(value)}
              aria-invalid={error ? true : undefined}
            />
            <i />
            <span class="grow">{label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface SwitchProps {
  readonly label: ComponentChildren;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly unavailable?: boolean;
}

/** On or off, at once. */
export function Switch({ label, on, onChange, unavailable }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-disabled={unavailable || undefined}
      onClick={() => !unavailable && onChange(!on)}
    >
      <i />
      <span>{label}</span>
    </button>
  );
}

interface StepperProps {
  /** Names the number, `less` and `more` its buttons. */
  readonly label: string;
  readonly less: string;
  readonly more: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** How far a press goes: to the next multiple of this. */
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** A small number with minus and plus. */
export function Stepper({ label, less, more, value, min, max, step = 1, onChange }: StepperProps) {
  const set = (wished: number): void => {
    const next = Math.min(max, Math.max(min, wished));
    if (next !== value) onChange(next);
  };
  return (
    <span class="stepper" role="group" aria-label={label}>
      <button
        type="button"
        aria-label={less}
        aria-disabled={value <= min || undefined}
        onClick={() => set((Math.ceil(value / step) - 1) * step)}
      >
        <MinusIcon />
      </button>
      <output aria-live="polite">{value}</output>
      <button
        type="button"
        aria-label={more}
        aria-disabled={value >= max || undefined}
        onClick={() => set((Math.floor(value / step) + 1) * step)}
      >
        <PlusIcon />
      </button>
    </span>
  );
}
