// SPDX-License-Identifier: EUPL-1.2

/** Id of a person. */
export type PersonId = string;
/** Id of an organisational unit; stays the same through renaming and moving. */
export type UnitId = string;
/** Id of a function held: one person, one unit, one role, one span. */
export type FunctionId = string;

export { actingScope, mayActIn } from './queries/acting.ts';
export { personName, personNames } from './queries/names.ts';
export { allUnits, type UnitView, unitByCode, unitById, unitOptions, unitsById } from './queries/units.ts';
export { displayName } from './rules/display-name.ts';
export { prepareSetup } from './commands/found-administration.ts';
export { identify } from './web/identify.ts';
