import { t } from '../../i18n/messages';
import type { CutOff, RankedItem } from '../../wire/wire.g';

/** Where the line between selected and not fell, and why there. `chosen`: the facilitator has chosen where the rule did not decide. */
export function lineWords(line: CutOff, chosen: boolean): string {
  const { select, dots, votersAbove: above, votersBelow: below } = line;
  const places = { place: select, next: select + 1, dots };
  if (!line.tied) return t('res.line-clear');
  if (line.decidedBy === 'moreVoters') return t('res.line-voters', { ...places, above, below });
  if (line.decidedBy === 'earlierCreated') return t('res.line-earlier', places);
  return chosen ? t('results.line-chosen', places) : t('res.line-open', places);
}

/** The same in few words, as a projector has room for. `say` speaks another language than the reader's. */
export function shortLineWords(line: CutOff, chosen: boolean, say = t): string {
  const { select, dots, votersAbove: above, votersBelow: below } = line;
  const places = { place: select, next: select + 1, dots };
  if (!line.tied) return say('res.line-clear');
  if (line.decidedBy === 'moreVoters') return say('screen.line-voters', { ...places, above, below });
  if (line.decidedBy === 'earlierCreated') return say('screen.line-earlier', places);
  return chosen ? say('screen.line-chosen', places) : say('screen.line-open', places);
}

/** With which places a topic shares its number of dots, and what decided; undefined: with none. */
export function tieWords(row: RankedItem, rows: readonly RankedItem[]): string | undefined {
  const others = rows.filter(({ item }) => row.tiedWith.includes(item));
  if (others.length === 0) return undefined;
  if (row.decidedBy === undefined) return t('res.tied-open', { count: others.length });
  const places = [...new Set(others.map(({ rank }) => rank))].join(', ');
  return row.decidedBy === 'moreVoters' ? t('res.tied-voters', { places }) : t('res.tied-earlier', { places });
}

/** With which places a topic is level, in few words, and how it was decided at the line; undefined: with none. */
export function levelWords(row: RankedItem, rows: readonly RankedItem[]): string | undefined {
  const others = rows.filter(({ item }) => row.tiedWith.includes(item));
  const places = new Set(others.map(({ rank }) => rank));
  if (places.size === 0) return undefined;
  if (!places.has(row.rank)) return t('results.level', { places: [...places].join(', ') });
  if (row.selected === undefined) return t('results.level-open');
  const parted = others.some(({ rank, selected }) => rank === row.rank && selected !== row.selected);
  if (!parted) return t('res.tied-open', { count: others.length });
  return row.selected ? t('results.level-chosen') : t('results.level-not-chosen');
}
