import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import type { ActivityId } from '../../wire/wire.g';
import { useSectionSize } from './boards';
import { type Section, sections } from './sections';

/** How many cards each section of a SWOT board holds, and the way to the board. */
export function SectionSizes({ activity }: { readonly activity: ActivityId }) {
  const { id } = useWorkshop();
  return (
    <div class="row wrap">
      <ul class="section-sizes">
        {sections.map((section) => (
          <Size key={section.id} activity={activity} section={section} />
        ))}
      </ul>
      <LinkButton href={`/w/${id}/run/swot`}>{t('swot.to-board')}</LinkButton>
    </div>
  );
}

function Size({ activity, section }: { readonly activity: ActivityId; readonly section: Section }) {
  const size = useSectionSize(activity, section.id);
  return (
    <li class={`section-${section.id}`}>
      <b aria-hidden="true">{section.letter}</b> {t(section.name)} <span class="hint">{number(size)}</span>
    </li>
  );
}
