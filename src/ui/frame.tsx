// SPDX-License-Identifier: EUPL-1.2
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Markup, Visit } from '../kernel/page.ts';
import type { Assets } from './assets-types.ts';
import type { FootBarItem } from './foot-bar.tsx';
import { Shell } from './shell.tsx';
import { readTheme } from './theme.ts';
import type { ShellUser } from './user-menu.tsx';

/** What a page says about itself. */
export interface Framed {
  readonly title: string;
  readonly body: Child;
  /** Address of the navigation area this page belongs to. */
  readonly current?: string | undefined;
  readonly layout?: 'page' | 'panes' | undefined;
  readonly footBar?: readonly FootBarItem[] | undefined;
  readonly notice?: Child | undefined;
  readonly searchValue?: string | undefined;
  /** Number of errors that the page shows. */
  readonly errors?: number | undefined;
  readonly failed?: boolean | undefined;
}

/** Makes the looks of the house known to every request. */
export function lendAssets(context: Context, assets: Assets): void {
  context.set('assets', assets);
}

/** Puts a page's body into the house: navigation by permission, search, the person, the city. */
export function frame(visit: Visit, { body, ...page }: Framed): Markup {
  const { caller, say, locale, modules } = visit;
  const nav = modules
    .toReversed() // daily work first: it lies in the higher modules
    .flatMap(({ navigation = [] }) => navigation)
    .filter(({ permission }) => caller.permissions.has(permission) || (permission === 'signed-in' && caller.person !== null))
    .toSorted((one, other) => Number(other.href === '/') - Number(one.href === '/')) // the desk is where everybody begins
    .map(({ text, href }) => ({ label: say(text), href }));
  return (
    <Shell
      {...page}
      assets={visit.context.get('assets') as Assets}
      lang={locale === 'plain' ? 'de' : locale}
      theme={readTheme(visit.context.req.header('cookie'))}
      nav={nav}
      user={userOf(visit)}
      printLine={`${caller.name ?? ''} · ${visit.runtime.clock.now().toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin' })}`}
    >
      {body}
    </Shell>
  );
}

function userOf({ caller, say }: Visit): ShellUser | undefined {
  if (caller.person === null) return undefined;
  return {
    id: caller.person,
    name: caller.name ?? '',
    unit: caller.onBehalfOf === undefined ? undefined : say('people.on-behalf'),
    links: [{ label: say('people.me.link'), href: '/me' }],
    signOutAction: '/sign-out',
    themeAction: '/theme',
  };
}
