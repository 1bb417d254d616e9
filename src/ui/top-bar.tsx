// SPDX-License-Identifier: EUPL-1.2
import type { City } from './assets-types.ts';
import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import { SearchBox } from './search-box.tsx';
import type { Theme } from './theme.ts';
import { type ShellUser, UserMenu } from './user-menu.tsx';

/** One area of the house; `count` is what waits there. */
export type NavItem = { label: string; href: string; count?: number | undefined };

export type TopBarProps = {
  city: City;
  home: string;
  nav: readonly NavItem[];
  current?: string | undefined;
  user?: ShellUser | undefined;
  searchValue?: string | undefined;
  theme?: Theme | undefined;
  printLine?: string | undefined;
};

function Areas({ nav, current }: { nav: readonly NavItem[]; current?: string | undefined }) {
  const t = useTexts();
  return (
    <nav class="nav" id="menu" popover="auto" aria-label={t.areas}>
      <ul>
        {nav.map((item) => (
          <li>
            <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
              {item.label}
              {item.count ? (
                <span class="count">
                  <span aria-hidden="true">{item.count}</span>
                  <span class="hide">{t.open(item.count)}</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The top beam of a clerk's page: brand, areas, search, the person. On a phone the areas fold behind a button. */
export function TopBar({ city, home, nav, current, user, searchValue, theme, printLine }: TopBarProps) {
  const t = useTexts();
  return (
    <header class="top" data-print={printLine}>
      {nav.length === 0 ? null : (
        <button type="button" class="btn btn-icon menu-open" popovertarget="menu" aria-label={t.menu}>
          <Icon name="menu" />
        </button>
      )}
      <Brand city={city} home={home} />
      {nav.length === 0 ? null : <Areas nav={nav} current={current} />}
      {user ? (
        <div class="top-tools">
          <SearchBox value={searchValue} />
          <UserMenu user={user} theme={theme} />
        </div>
      ) : null}
    </header>
  );
}
