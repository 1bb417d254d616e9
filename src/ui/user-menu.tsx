// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { useTexts } from './language.ts';
import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export type UserMenuLink = { label: Child; href: string; icon?: IconName | undefined };

/** The person at this screen; `id` separates the drafts of several people on one computer. */
export type ShellUser = {
  id: string;
  name: string;
  /** Unit or function, second line. */
  unit?: string | undefined;
  links?: readonly UserMenuLink[] | undefined;
  signOutAction: string;
  /** Where the choice of appearance is posted without script; left out, the switch appears only with it. */
  themeAction?: string | undefined;
};

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return `${words[0]?.[0] ?? name[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
}

/** Who is signed in, appearance, keys, sign out. Opens without script. */
export function UserMenu({ user, theme }: { user: ShellUser; theme?: Theme | undefined }) {
  const t = useTexts();
  return (
    <details class="menu menu-end me" data-island="menu">
      <summary class="me-face" title={user.name}>
        <span aria-hidden="true">{initials(user.name)}</span>
        <span class="hide">{t.signedInAs(user.name)}</span>
      </summary>
      <div class="menu-list">
        <p class="menu-head">
          <b>{user.name}</b>
          {user.unit ? <small class="muted"> {user.unit}</small> : null}
        </p>
        {(user.links ?? []).map((link) => (
          <a href={link.href}>
            {link.icon ? <Icon name={link.icon} /> : null}
            {link.label}
          </a>
        ))}
        <div data-theme-box="" hidden={user.themeAction === undefined}>
          <ThemeSwitch action={user.themeAction ?? '#'} theme={theme} />
        </div>
        <div class="menu-line">
          <button type="button" data-keys-help="" hidden>
            {t.keysHelp}
            <kbd aria-hidden="true">?</kbd>
          </button>
          <Form action={user.signOutAction} look="inline" class="clears-drafts">
            <button type="submit">{t.signOut}</button>
          </Form>
        </div>
      </div>
    </details>
  );
}
