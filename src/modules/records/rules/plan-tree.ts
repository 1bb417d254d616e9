// SPDX-License-Identifier: EUPL-1.2
import { type Retention, type RetentionStep, resolveRetention } from './retention.ts';

/** What a unit needs to stand in a tree. */
export interface TreeUnit extends RetentionStep {
  readonly id: string;
  readonly parent: string | null;
}

/** The unit and those above it, the nearest first. A plan is never circular: the import refuses that. */
export function pathUp<U extends TreeUnit>(units: ReadonlyMap<string, U>, unit: U): U[] {
  const path: U[] = [];
  for (let step: U | undefined = unit; step && !path.includes(step); step = units.get(step.parent ?? '')) path.push(step);
  return path;
}

/** What holds for every unit, said by itself or inherited. */
export function retentionOf<U extends TreeUnit>(units: ReadonlyMap<string, U>, unit: U): Retention {
  return resolveRetention(pathUp(units, unit));
}
