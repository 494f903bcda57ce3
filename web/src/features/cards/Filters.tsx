import { wordingOf } from '../../i18n/format';
import { ownName } from '../../i18n/languages';
import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { ChevronDownIcon } from '../../ui/icons.g';
import { Menu } from '../../ui/Menu';
import type { ActivityId, GroupId, WorkshopRecord } from '../../wire/wire.g';
import { useLanguages } from './CardFacts';

/** Which cards are shown: of one group, in one language; all, where nothing is said. */
export interface Filter {
  readonly group?: GroupId;
  readonly language?: string;
}

interface FiltersProps {
  readonly activity: ActivityId;
  readonly filter: Filter;
  readonly onChoose: (filter: Filter) => void;
}

/** Chooses whose cards are shown, and in which language. */
export function Filters({ activity, filter: { group, language }, onChoose }: FiltersProps) {
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  const languages = useLanguages(activity);
  const named = groups.find(({ id }) => id === group);
  const groupWords = named ? wordingOf(named.name).text : t('feed.all-groups');
  const languageWords = language ? ownName(language) : t('feed.all-languages');
  const ofGroup = language === undefined ? {} : { language };
  const inLanguage = group === undefined ? {} : { group };
  return (
    <>
      <Menu
        label={`${t('feed.groups')}: ${groupWords}`}
        words
        size="sm"
        items={[
          { key: '', label: t('feed.all-groups'), checked: group === undefined, onChoose: () => onChoose(ofGroup) },
          ...groups.map(({ id, name }) => ({
            key: id,
            label: wordingOf(name).text,
            lang: wordingOf(name).lang,
            checked: id === group,
            onChoose: () => onChoose({ ...ofGroup, group: id }),
          })),
        ]}
      >
        <bdi>{groupWords}</bdi> <ChevronDownIcon size={16} />
      </Menu>
      <Menu
        label={`${t('feed.languages')}: ${languageWords}`}
        words
        size="sm"
        items={[
          { key: '', label: t('feed.all-languages'), checked: language === undefined, onChoose: () => onChoose(inLanguage) },
          ...languages.map(([tag]) => ({
            key: tag,
            lang: tag,
            label: ownName(tag),
            checked: tag === language,
            onChoose: () => onChoose({ ...inLanguage, language: tag }),
          })),
        ]}
      >
        <bdi>{languageWords}</bdi> <ChevronDownIcon size={16} />
      </Menu>
    </>
  );
}
