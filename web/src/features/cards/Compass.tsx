import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import type { ActivityId } from '../../wire/wire.g';
import { useSectionSize } from './boards';
import { type Section, sections } from './sections';

interface CompassProps {
  readonly activity: ActivityId;
  readonly label: string;
  readonly current: Section['id'];
  readonly onChoose: (section: Section['id']) => void;
  /** Names what helps and what hinders above the columns. */
  readonly axes?: boolean;
}

/** The four sections of a SWOT board in two rows: where one is, how many cards lie where, and the way there. */
export function Compass({ activity, label, current, onChoose, axes }: CompassProps) {
  return (
    <nav class="compass" aria-label={label}>
      {axes && (
        <p class="compass-axes" aria-hidden="true">
          <span>{t('swot.helps')}</span>
          <span>{t('swot.hinders')}</span>
        </p>
      )}
      {sections.map((section) => (
        <Quarter key={section.id} activity={activity} section={section} current={section.id === current} onChoose={onChoose} />
      ))}
    </nav>
  );
}

function Quarter({
  activity,
  section,
  current,
  onChoose,
}: {
  readonly activity: ActivityId;
  readonly section: Section;
  readonly current: boolean;
  readonly onChoose: (section: Section['id']) => void;
}) {
  const size = useSectionSize(activity, section.id);
  return (
    <button type="button" class={`quarter section-${section.id}`} aria-current={current || undefined} onClick={() => onChoose(section.id)}>
      <b aria-hidden="true">{section.letter}</b>
      <span class="quarter-name">{t(section.name)}</span>
      <span class="quarter-size">{number(size)}</span>
    </button>
  );
}
