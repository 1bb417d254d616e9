// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../refusal.ts';

/** What a gate stands before: one action on one subject. */
export interface GatePlace {
  /** `kind:uuid` */
  readonly subject: string;
  /** Name of the command that must wait, e.g. `records.close-case`. */
  readonly action: string;
}

/** A gate that a module wants to put up. */
export interface GateWanted extends GatePlace {
  /** Text key that tells the person who is held up why, and what to do. */
  readonly reason: string;
  /** The module that puts it up and alone lifts it. */
  readonly owner: string;
  /** What it is put up for, `kind:uuid` in the owner's world. */
  readonly source: string;
  /** Whether somebody may pass with a reason; a legal hold never. */
  readonly overridable: boolean;
}

/** A gate that stands. */
export interface Gate extends GateWanted {
  readonly id: string;
}

/** The no that a standing gate is: its reason is the owner's text. */
export function blockedBy(gates: readonly Gate[]): Refusal | undefined {
  const [first] = gates;
  return first && new Refusal('conflict', first.reason);
}

/** May this gate be passed with a reason? */
export function mayOverride(gate: Gate | undefined): Refusal | undefined {
  if (!gate) return new Refusal('not-found', 'kernel.gate.gone');
  if (!gate.overridable) return new Refusal('conflict', 'kernel.gate.firm');
  return undefined;
}
