import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useSigner } from '../../store/people';
import { GroupMark } from '../../ui/GroupMark';
import { PersonText } from '../../ui/status';
import type { PersonId } from '../../wire/wire.g';

/** Who wrote a card, and for which group. */
export function Byline({ author }: { readonly author: PersonId | undefined }) {
  const signer = useSigner(author);
  if (!author) return <span>{t('card.no-name')}</span>;
  const group = signer?.group && wordingOf(signer.group);
  return (
    <>
      {signer?.name && <PersonText>{signer.name}</PersonText>}
      {group && (
        <GroupMark place={signer.place}>
          <bdi lang={group.lang}>{group.text}</bdi>
        </GroupMark>
      )}
    </>
  );
}
