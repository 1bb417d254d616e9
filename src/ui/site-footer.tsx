// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from './language.ts';

export type FooterLink = { label: string; href: string };

/** Imprint, privacy, accessibility: on every citizens' page and on the sign-in page. */
export function SiteFooter({ links }: { links: readonly FooterLink[] }) {
  const t = useTexts();
  return (
    <footer class="foot">
      <nav class="wrap" aria-label={t.aboutSite}>
        <ul>
          {links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
