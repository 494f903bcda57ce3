/** The digits of a text, whatever script they are of, in western form; everything else is left out. */
export function digitsIn(text: string): string {
  return Array.from(text, digit).join('');
}

/** Unicode keeps the digits of each script together, in order, from a zero on. */
function digit(character: string): string {
  if (!/\p{Nd}/u.test(character)) return '';
  const point = character.codePointAt(0)!;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}

/** Digits in threes as people read them out, e.g. `482 615 370`. */
export function inThrees(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}
