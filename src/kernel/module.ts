// SPDX-License-Identifier: EUPL-1.2
import type { Command } from './command.ts';
import type { Job } from './job.ts';
import type { Endpoint, Page } from './page.ts';
import type { Panel } from './panel.ts';
import type { Reaction } from './reaction.ts';
import type { Texts } from './text.ts';

/** One entry of the main navigation. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly permission: string;
}

/** One entry of the administration page: a higher module hangs its own in without the page knowing it. */
export interface AdministrationItem extends NavigationItem {
  /** Text key of the sentence below the title. */
  readonly meta: string;
}

/** A module's calling card: all that the application needs to know of it. `dependsOn` is checked by src/architecture. */
export interface Module {
  /** Folder name and PostgreSQL schema. */
  readonly name: string;
  readonly dependsOn: readonly string[];
  /** Folder with numbered plain-SQL migrations. */
  readonly sql?: URL | undefined;
  /** Permission → text key of the sentence that explains it. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly pages: readonly Page[];
  readonly endpoints: readonly Endpoint[];
  /** Commands reachable by no page are listed, too: jobs, reactions and the demo city run them. */
  readonly commands: readonly Command[];
  readonly reactions: readonly Reaction[];
  readonly jobs: readonly Job[];
  readonly texts: Texts;
  readonly navigation?: readonly NavigationItem[] | undefined;
  readonly administration?: readonly AdministrationItem[] | undefined;
  /** Names of the places in its pages where higher modules may hang in blocks (`kernel/panel.ts`). */
  readonly places?: readonly string[] | undefined;
  /** Blocks that it hangs into pages of the modules it depends on. */
  readonly panels?: readonly Panel[] | undefined;
}
