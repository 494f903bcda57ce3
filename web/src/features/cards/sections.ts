import type { Key } from '../../i18n/messages';

/** A section of a SWOT board: the letter is the same in every language, the words are not. */
export interface Section {
  readonly id: 's' | 'w' | 'o' | 't';
  readonly letter: string;
  readonly name: Key;
  readonly question: Key;
  readonly add: Key;
  readonly write: Key;
  readonly hint: Key;
  readonly example: Key;
}

/** The four sections in the order of reading: what helps and what hinders, inside and then outside. */
export const sections: readonly Section[] = [
  {
    id: 's',
    letter: 'S',
    name: 'swot.strengths',
    question: 'swot.strengths-question',
    add: 'swot.strengths-add',
    write: 'swot.strengths-write',
    hint: 'swot.strengths-hint',
    example: 'swot.strengths-example',
  },
  {
    id: 'w',
    letter: 'W',
    name: 'swot.weaknesses',
    question: 'swot.weaknesses-question',
    add: 'swot.weaknesses-add',
    write: 'swot.weaknesses-write',
    hint: 'swot.weaknesses-hint',
    example: 'swot.weaknesses-example',
  },
  {
    id: 'o',
    letter: 'O',
    name: 'swot.opportunities',
    question: 'swot.opportunities-question',
    add: 'swot.opportunities-add',
    write: 'swot.opportunities-write',
    hint: 'swot.opportunities-hint',
    example: 'swot.opportunities-example',
  },
  {
    id: 't',
    letter: 'T',
    name: 'swot.threats',
    question: 'swot.threats-question',
    add: 'swot.threats-add',
    write: 'swot.threats-write',
    hint: 'swot.threats-hint',
    example: 'swot.threats-example',
  },
];
