import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/messages';
import { LanguageMenu } from '../../ui/LanguageMenu';
import { RoomLine } from '../../ui/RoomLine';
import { useTitle } from '../../ui/title';

/** The room line of pages outside a workshop. */
export function StaffTop({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  useTitle(title);
  return (
    <RoomLine title={title} sub={t('home.name')}>
      {children}
      <LanguageMenu />
    </RoomLine>
  );
}
