// SPDX-License-Identifier: EUPL-1.2
import type { City } from './assets-types.ts';
import { Brand } from './brand.tsx';
import { useTexts } from './language.ts';

export type LanguageLink = { label: string; href: string; lang: string; current?: boolean | undefined };

/** Head of a citizen's page: the city, and every language on every page. */
export function CitizenDoor({ city, home, languages }: { city: City; home: string; languages: readonly LanguageLink[] }) {
  const t = useTexts();
  return (
    <header class="door">
      <div class="wrap">
        <Brand city={city} home={home} citizen />
        {languages.length === 0 ? null : (
          <nav class="langs" aria-label={t.languages}>
            <ul>
              {languages.map((link) => (
                <li>
                  <a href={link.href} lang={link.lang} hreflang={link.lang} aria-current={link.current ? 'true' : undefined}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}
