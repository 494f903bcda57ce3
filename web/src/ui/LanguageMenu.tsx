import { type LanguageCode, languages } from '../i18n/languages';
import { language, setLanguage, t } from '../i18n/messages';
import { Menu } from './Menu';

/** The language button of every page. `onChoose` tells the server, where it knows the person. */
export function LanguageMenu({ onChoose }: { readonly onChoose?: (code: LanguageCode) => void }) {
  const spoken = language();
  return (
    <Menu
      label={t('lang.menu', { name: spoken.name, code: spoken.short })}
      items={languages.map(({ code, name }) => ({
        key: code,
        lang: code,
        label: name,
        checked: code === spoken.code,
        onChoose: () => {
          void setLanguage(code);
          onChoose?.(code);
        },
      }))}
    >
      {spoken.short}
    </Menu>
  );
}
