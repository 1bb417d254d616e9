// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../../kernel/command.ts';
import type { Module } from '../../kernel/module.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { addPerson } from './commands/add-person.ts';
import { applyRetention } from './commands/apply-retention.ts';
import { appointSubstitute } from './commands/appoint-substitute.ts';
import { bindIdentity } from './commands/bind-identity.ts';
import { changePerson } from './commands/change-person.ts';
import { renameUnit, moveUnit } from './commands/change-unit.ts';
import { chooseLanguage } from './commands/choose-language.ts';
import { createUnit } from './commands/create-unit.ts';
import { confirmAddresses } from './commands/confirm-addresses.ts';
import { declareDemonstration } from './commands/declare-demonstration.ts';
import { declineGrant, withdrawGrant } from './commands/decline-grant.ts';
import { endFunction } from './commands/end-function.ts';
import { endSubstitution } from './commands/end-substitution.ts';
import { enrolTotp } from './commands/enrol-totp.ts';
import { excludeForBias } from './commands/exclude-for-bias.ts';
import { foundAdministration } from './commands/found-administration.ts';
import { importStaff } from './commands/import-staff.ts';
import { importUnits } from './commands/import-units.ts';
import { invitePerson } from './commands/invite-person.ts';
import { liftExclusion } from './commands/lift-exclusion.ts';
import { openByBreakGlass } from './commands/open-by-break-glass.ts';
import { registerPasskey } from './commands/register-passkey.ts';
import { releaseGrants } from './commands/release-grants.ts';
import { releaseInvitations } from './commands/release-invitations.ts';
import { removePasskey } from './commands/remove-passkey.ts';
import { requestFunction } from './commands/request-function.ts';
import { requestRoleChange } from './commands/request-role-change.ts';
import { retireUnit } from './commands/retire-unit.ts';
import { reviewOpening } from './commands/review-opening.ts';
import { setPassword } from './commands/set-password.ts';
import { readUnbinding, unbindIdentity } from './commands/unbind-identity.ts';
import { providerFromEnvironment } from './adapters/oidc.ts';
import { applyRetentionNightly } from './jobs/apply-retention.ts';
import { sweepSignInState } from './jobs/sweep-sign-in.ts';
import { permissions } from './rules/permissions.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { webOf } from './web/pages.ts';

const commands: readonly Command[] = [
  acceptInvitation,
  addPerson,
  applyRetention,
  appointSubstitute,
  bindIdentity,
  changePerson,
  renameUnit,
  moveUnit,
  chooseLanguage,
  confirmAddresses,
  createUnit,
  declareDemonstration,
  declineGrant,
  withdrawGrant,
  endFunction,
  endSubstitution,
  enrolTotp,
  excludeForBias,
  foundAdministration,
  importStaff,
  importUnits,
  invitePerson,
  liftExclusion,
  openByBreakGlass,
  registerPasskey,
  releaseGrants,
  releaseInvitations,
  removePasskey,
  requestFunction,
  requestRoleChange,
  retireUnit,
  reviewOpening,
  setPassword,
  readUnbinding,
  unbindIdentity,
];

/** Persons, organisational units, functions, substitution, sign-in. */
export const people: Module = {
  name: 'people',
  dependsOn: [],
  sql: new URL('sql/', import.meta.url),
  permissions,
  ...webOf(providerFromEnvironment()),
  commands,
  reactions: [],
  jobs: [sweepSignInState, applyRetentionNightly],
  texts: { de, en },
  navigation: [{ text: 'people.administration.title', href: '/administration', permission: 'signed-in' }],
};
