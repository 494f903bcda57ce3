import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { SearchIcon } from '../../ui/icons.g';
import { useDesk } from './desk';

/** Shows only the cards whose words, number or author hold what is typed. Esc shows all again. */
export function Search() {
  const { sorting } = useDesk();
  const id = useId();
  const found = sorting.found.value;
  useEffect(() => {
    if (found !== undefined) announce(t('sort.found', { count: found }));
  }, [found]);
  const key = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Escape' || sorting.query.peek() === '') return;
    event.preventDefault();
    event.stopPropagation();
    sorting.query.value = '';
  };
  return (
    <div class="sort-search" role="search">
      <label class="sr" for={id}>
        {t('sort.search')}
      </label>
      <SearchIcon size={18} />
      <input
        id={id}
        class="input"
        type="search"
        autocomplete="off"
        aria-keyshortcuts="/"
        value={sorting.query.value}
        onInput={(event) => (sorting.query.value = event.currentTarget.value)}
        onKeyDown={key}
      />
      {sorting.query.value === '' && <span aria-hidden="true">/</span>}
    </div>
  );
}
