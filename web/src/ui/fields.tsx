import type { ComponentChildren, TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

interface FieldProps {
  readonly label: string;
  /** Below the label, before anything is wrong. */
  readonly hint?: ComponentChildren;
  /** What is wrong, and what to do; the field is marked and tied to it. */
  readonly error?: string | undefined;
}

/** The element of a field, for those who move the focus to it. */
export interface FieldRef {
  current: HTMLInputElement | HTMLTextAreaElement | null;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Several lines. */
  readonly lines?: number;
  readonly type?: 'text' | 'password';
  /** An example, never the label. */
  readonly placeholder?: string;
  readonly autocomplete?: string;
  /** The language that is written, where it is not the interface's; a person's words find their own direction. */
  readonly lang?: string;
  readonly readOnly?: boolean;
  readonly inputRef?: FieldRef;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
}

/** A field of one or several lines, with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const { lines, type = 'text', onInput, onKeyDown, inputRef } = props;
  return (
    <Field {...props}>
      {(id, described) => {
        const shared = {
          id,
          ref: (element: HTMLInputElement | HTMLTextAreaElement | null) => {
            if (inputRef) inputRef.current = element;
          },
          class: 'input',
          value: props.value,
          onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => onInput(event.currentTarget.value),
          onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => onKeyDown?.(event),
          placeholder: props.placeholder,
          autocomplete: props.autocomplete as 'off',
          readOnly: props.readOnly,
          lang: props.lang,
          dir: 'auto',
          'aria-invalid': props.error ? true : undefined,
          'aria-describedby': described,
        } as const;
        if (lines) return <textarea {...shared} rows={lines} />;
        return type === 'password' ? <input {...shared} type="password" /> : <input {...shared} type="text" />;
      }}
    </Field>
  );
}

interface NumberFieldProps extends FieldProps {
  /** As typed: what is no whole number is the screen's to judge. */
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A whole number to be typed, with the keypad of a phone. */
export function NumberField(props: NumberFieldProps) {
  return (
    <Field {...props}>
      {(id, described) => (
        <input
          id={id}
          class="input digits"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={described}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A list to choose one from, the device's own. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      {(id, described) => (
        <select
          id={id}
          class="input"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={described}
        >
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: (id: string, described: string | undefined) => ComponentChildren }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children(id, described || undefined)}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
