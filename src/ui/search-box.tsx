// SPDX-License-Identifier: EUPL-1.2
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

/** The one search box: a plain form to `/search?q=`; the island opens the palette from it by `/` or Ctrl K. */
export function SearchBox({
  value,
  action = '/search',
  suggest = '/search/suggest',
}: {
  value?: string | undefined;
  action?: string | undefined;
  suggest?: string | undefined;
}) {
  const t = useTexts();
  return (
    <form class="goto" role="search" action={action} method="get" data-island="palette" data-suggest={suggest}>
      <button type="submit" class="goto-go" aria-label={t.search}>
        <Icon name="search" />
      </button>
      <input
        type="search"
        class="goto-input"
        name="q"
        value={value}
        aria-label={t.searchOrJump}
        placeholder={t.searchOrJump}
        autocomplete="off"
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
