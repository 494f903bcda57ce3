import type { Problem, Rejection, Text } from '../wire/wire.g';
import { type Args, isKey, language, t } from './messages';

/** A number as the reader writes it; Western digits everywhere. */
export function number(value: number): string {
  return new Intl.NumberFormat(language().locale).format(value);
}

/** A list of names: *a, b and c*. */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language().locale, { type: 'conjunction' }).format(items);
}

/** A day: *25 January 2012*. `zone` is the workshop's; fixed offsets are understood too. */
export function day(moment: string | number | Date, zone?: string): string {
  return dated(moment, { dateStyle: 'long' }, zone);
}

/** An hour of the day: *09:30*. */
export function hour(moment: string | number | Date, zone?: string): string {
  return dated(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone);
}

function dated(moment: string | number | Date, options: Intl.DateTimeFormatOptions, zone?: string): string {
  const date = new Date(moment);
  try {
    return new Intl.DateTimeFormat(language().locale, { ...options, ...(zone ? { timeZone: zone } : {}) }).format(date);
  } catch {
    // Browsers of five years ago do not know fixed offsets as time zones.
    return new Intl.DateTimeFormat(language().locale, { ...options, timeZone: 'UTC' }).format(new Date(date.getTime() + offsetOf(zone)));
  }
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}

/** A span of time as a clock shows it: *11:40*, *1:02:03*. Never mirrored. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A span of time in hours and minutes: *1:05*. Never mirrored. */
export function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A code as people read it out: three digits at a time. */
export function code(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1 ');
}

/** The words of a text for a reader of this language: theirs, or the original. */
export function wordingOf(text: Text, tag = language().code as string): { readonly text: string; readonly lang: string } {
  const theirs = text.versions[tag];
  return theirs ? { text: theirs.text, lang: tag } : { text: text.versions[text.original]?.text ?? '', lang: text.original };
}

/** Words of another direction inside a sentence: they do not turn what stands around them. */
export function isolated(words: string): string {
  const mixed = language().direction === 'rtl' || /[\u0590-\u08ff]/.test(words);
  return mixed ? `\u2068${words}\u2069` : words;
}

/** Why something was not accepted, in the reader's language. */
export function reason({ code, args }: Rejection | Problem): string {
  if (!isKey(code)) return t('server.refused');
  return t(code, Object.fromEntries(Object.entries(args).map(([name, value]) => [name, asNumber(value)])) as Args);
}

/** Arguments of a refusal are strings; plural forms ask for numbers. */
function asNumber(value: string): string | number {
  return /^-?\d{1,9}$/.test(value) ? Number(value) : value;
}
