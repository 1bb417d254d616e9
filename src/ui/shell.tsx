// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import type { Assets, City } from './assets-types.ts';
import { CitizenDoor, type LanguageLink } from './citizen-door.tsx';
import { classNames } from './class-names.ts';
import { FootBar, type FootBarItem } from './foot-bar.tsx';
import { Language } from './language.ts';
import { SiteFooter, type FooterLink } from './site-footer.tsx';
import { uiTexts } from './texts/index.ts';
import { type NavItem, TopBar } from './top-bar.tsx';
import type { Theme } from './theme.ts';
import type { ShellUser } from './user-menu.tsx';

export type ShellProps = {
  title: string;
  assets: Assets;
  /** Instead of the configured one. */
  city?: City | undefined;
  lang?: string | undefined;
  theme?: Theme | undefined;
  /** `citizen`: big type, no areas, languages on top, no scripts. */
  density?: 'clerk' | 'citizen' | undefined;
  /** `panes`: the page fills the window, its panes scroll; `page`: one column that scrolls. */
  layout?: 'page' | 'panes' | undefined;
  nav?: readonly NavItem[] | undefined;
  /** Address of the area this page belongs to. */
  current?: string | undefined;
  user?: ShellUser | undefined;
  searchValue?: string | undefined;
  home?: string | undefined;
  languages?: readonly LanguageLink[] | undefined;
  footer?: readonly FooterLink[] | undefined;
  /** Stands first in the page: what just happened. */
  notice?: Child | undefined;
  footBar?: readonly FootBarItem[] | undefined;
  /** Number of errors the page shows: its title begins with "Fehler:". */
  errors?: number | undefined;
  /** The page tells of a fault: drafts are kept. */
  failed?: boolean | undefined;
  /** Line at the top of a print: date and person. */
  printLine?: string | undefined;
  scripts?: boolean | undefined;
  /** Scripts of this page alone, by their names among the assets. */
  ownScripts?: readonly string[] | undefined;
  children?: Child | undefined;
};

function Head({ props }: { props: ShellProps }) {
  const t = uiTexts(props.lang ?? 'de');
  const { assets, city = assets.city } = props;
  const withScript = props.scripts ?? props.density !== 'citizen';
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>
        {props.errors ? t.errorPrefix : ''}
        {props.title} – {props.density === 'citizen' ? city.fullName : `Fachwerk ${city.name}`}
      </title>
      {assets.styles.map((path) => (
        <link rel="stylesheet" href={path} />
      ))}
      <link rel="icon" href={assets.favicon} type="image/svg+xml" />
      {withScript ? <script type="module" src={assets.script} /> : null}
      {(props.ownScripts ?? []).map((name) => (
        <script type="module" src={assets.scripts[name]} />
      ))}
    </head>
  );
}

function Header({ props }: { props: ShellProps }) {
  const { city = props.assets.city, home = '/', nav = [], user } = props;
  if (props.density === 'citizen') return <CitizenDoor city={city} home={home} languages={props.languages ?? []} />;
  return (
    <TopBar
      city={city}
      home={home}
      nav={nav}
      current={props.current}
      user={user}
      searchValue={props.searchValue}
      theme={props.theme}
      printLine={props.printLine}
    />
  );
}

/** The whole document around a page: head, skip link, landmarks, navigation, search, user menu, foot bar. */
export function Shell(props: ShellProps) {
  const { lang = 'de', theme, density = 'clerk', layout = 'page', footBar = [] } = props;
  const t = uiTexts(lang);
  return (
    <Language value={lang}>
      {raw('<!doctype html>')}
      <html lang={lang} data-theme={theme} data-density={density} class={classNames(footBar.length > 0 && 'has-foot-bar')}>
        <Head props={props} />
        <body
          class={layout === 'panes' ? 'page-panes' : undefined}
          data-user={props.user?.id}
          data-failed={props.failed ? '' : undefined}
        >
          <a class="skip" href="#content">
            {t.skipToContent}
          </a>
          <Header props={props} />
          <main id="content" class={layout === 'page' ? 'wrap' : undefined} tabindex={-1}>
            {props.notice ? <div class="notices">{props.notice}</div> : null}
            {props.children}
          </main>
          {props.footer ? <SiteFooter links={props.footer} /> : null}
          {footBar.length > 0 ? <FootBar items={footBar} /> : null}
        </body>
      </html>
    </Language>
  );
}
