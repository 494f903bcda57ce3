import type { Ref } from 'preact';
import { digitsIn, inThrees } from './digits';
import './field.css';

const length = 9;

/** The nine digits of a workshop, in threes. Takes spaces, dashes, the digits of any script, and a pasted address. `onInput` gets bare digits. */
export function CodeField({
  id,
  value,
  onInput,
  invalid,
  describedBy,
  inputRef,
}: {
  readonly id: string;
  readonly value: string;
  readonly onInput: (digits: string) => void;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
}) {
  return (
    <input
      id={id}
      ref={inputRef}
      class="code-input"
      type="text"
      inputMode="numeric"
      autocomplete="off"
      spellcheck={false}
      placeholder="000 000 000"
      value={inThrees(value)}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onInput={(event) => {
        const field = event.currentTarget;
        const before = digitsIn(field.value.slice(0, field.selectionStart ?? field.value.length)).length;
        const digits = digitsIn(field.value).slice(0, length);
        field.value = inThrees(digits);
        // The cursor stays behind the digit that was typed, whatever spaces came in.
        const at = inThrees(digits.slice(0, before)).length;
        field.setSelectionRange(at, at);
        onInput(digits);
      }}
    />
  );
}
