// SPDX-License-Identifier: EUPL-1.2

/** Id of a person. */
export type PersonId = string;
/** Id of an organisational unit; stays the same through renaming and moving. */
export type UnitId = string;
/** Id of a function held: one person, one unit, one role, one span. */
export type FunctionId = string;

export { declareDemonstration } from './commands/declare-demonstration.ts';
export { excludeForBias } from './commands/exclude-for-bias.ts';
export { prepareSetup } from './commands/found-administration.ts';
export { liftExclusion } from './commands/lift-exclusion.ts';
export { openByBreakGlass } from './commands/open-by-break-glass.ts';
export { refuseStaleProof } from './commands/refuse-stale-proof.ts';
export type { ExcludedForBias } from './events/excluded-for-bias.ts';
export type { ExclusionLifted } from './events/exclusion-lifted.ts';
export type { FunctionEnded } from './events/function-ended.ts';
export type { FunctionGranted } from './events/function-granted.ts';
export type { OpenedByBreakGlass } from './events/opened-by-break-glass.ts';
export type { OpeningReviewed } from './events/opening-reviewed.ts';
export type { PersonAdded } from './events/person-added.ts';
export type { PersonChanged } from './events/person-changed.ts';
export type { SubstituteAppointed } from './events/substitute-appointed.ts';
export type { SubstitutionEnded } from './events/substitution-ended.ts';
export type { UnitChanged } from './events/unit-changed.ts';
export type { UnitCreated } from './events/unit-created.ts';
export type { UnitRetired } from './events/unit-retired.ts';
export { actingScope, mayActIn } from './queries/acting.ts';
export { type IdentityView, unbindingsToRead } from './queries/identities.ts';
export { functionLabels, functionOptions } from './queries/function-options.ts';
export { personName, personNames } from './queries/names.ts';
export { type FunctionView, functionsHeld, personOptions } from './queries/person-view.ts';
export { type SeatHolder, seatHolders } from './queries/seats.ts';
export { whyMay } from './queries/standing.ts';
export { representable, type SubstitutionView } from './queries/substitutions.ts';
export { allUnits, type UnitView, unitByCode, unitById, unitOptions, unitsById } from './queries/units.ts';
export { displayName } from './rules/display-name.ts';
export type { Explanation } from './rules/explain.ts';
export { type FourEyesRequest, fourEyes, type Releaser } from './rules/four-eyes.ts';
export { UnbindingNotices } from './web/identities.tsx';
export { identify, identifyHolder } from './web/identify.ts';
export { Representing } from './web/representing.tsx';
