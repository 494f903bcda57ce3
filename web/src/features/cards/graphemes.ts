const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

/** How many characters a reader would count; a little more where the browser can't tell. */
export function graphemes(text: string): number {
  return segmenter ? [...segmenter.segment(text)].length : [...text].length;
}
