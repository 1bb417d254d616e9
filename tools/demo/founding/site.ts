// SPDX-License-Identifier: EUPL-1.2
import type { Runtime } from '../../../src/kernel/runtime.ts';
import type { Roster } from '../town/staff.ts';
import type { ContentKeeper } from './contents.ts';
import type { PlanPlace } from './plan.ts';

/** What the founding of files works with. */
export interface Site {
  readonly runtime: Runtime;
  readonly roster: Roster;
  readonly keeper: ContentKeeper;
  readonly plan: ReadonlyMap<string, PlanPlace>;
}

/** A version of a document; its pages, when they are still to be written. */
export interface FoundedVersion {
  readonly id: string;
  readonly file: string;
  readonly document: string;
  readonly mediaType: string;
  readonly pages: readonly string[];
}

/** A file that was founded, and what was made in it; ids by reference. */
export interface FoundedFile {
  readonly id: string;
  readonly reference: string;
  readonly cases: ReadonlyMap<string, string>;
  readonly versions: readonly FoundedVersion[];
}
