import { foresee, mergeUnsent } from '../../store/overlay';
import { foreseenText } from '../../store/texts';
import type { PlanLineRecord } from '../../wire/wire.g';

/** Behind every rank that the server gives. */
const atTheEnd = '~';

// A new line stands at the end and has its number once the server has it.
foresee('addObjective', ({ text }, id) => [line(id, 'objective', { text: foreseenText(text) })]);

foresee('addAction', ({ objective, text }, id) => [line(id, 'action', { parent: objective, text: foreseenText(text) })]);

foresee('editPlanLine', ({ line: edited, text }, _, look) => {
  const record = look<PlanLineRecord>(`line:${edited}`);
  return record ? [{ ...record, text: foreseenText(text, record.text.version) }] : [];
});

mergeUnsent('editPlanLine', ({ command: earlier }, later) =>
  earlier.type === 'editPlanLine' && earlier.line === later.line ? { ...later, base: earlier.base } : undefined,
);

function line(
  id: string,
  kind: PlanLineRecord['kind'],
  rest: Pick<PlanLineRecord, 'text'> & Partial<Pick<PlanLineRecord, 'parent'>>,
): PlanLineRecord {
  return { type: 'line', id: `line:${id}`, line: id as PlanLineRecord['line'], kind, number: '', rank: atTheEnd, sources: [], ...rest };
}
