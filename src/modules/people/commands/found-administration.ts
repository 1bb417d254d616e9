// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Command, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import type { FunctionGranted } from '../events/function-granted.ts';
import type { PersonAdded } from '../events/person-added.ts';
import type { UnitCreated } from '../events/unit-created.ts';
import { dayOf } from '../rules/day.ts';
import { longestPassword, weakness } from '../rules/password-strength.ts';
import { asSignIn } from '../store/accounts.ts';
import { applyFunctionGranted } from '../store/functions.ts';
import { checkSetupToken, endSetup, installation, issueSetupToken } from '../store/installation.ts';
import { hashPassword, savePassword } from '../store/password.ts';
import { applyPersonAdded, nobodyYet } from '../store/persons.ts';
import { saveTotp, stepOf } from '../store/totp.ts';
import { applyUnitCreated } from '../store/units.ts';
import { totpCode, totpSecret, wrongCode } from './enrol-totp.ts';
import { line } from './input.ts';

const input = z.strictObject({
  token: z.string().max(100),
  unitName: line.min(2),
  givenName: line.min(1).max(100),
  familyName: line.min(1).max(100),
  email: z.email().trim().max(200),
  password: z.string().max(4 * longestPassword),
  secret: totpSecret,
  code: totpCode,
});

type Founded = UnitCreated | PersonAdded | FunctionGranted;

/** Erste Verwaltung einrichten: on an empty system, with the one-time word that the start printed. Granted alone, and journalled as such. */
export const foundAdministration: Command<z.infer<typeof input>, Founded> = {
  name: 'people.found-administration',
  permission: 'anyone',
  input,
  weighty: true,
  async decide({ input, caller: { person }, at, tx, runtime }) {
    if (!(await checkSetupToken(tx, input.token)))
      return new Refusal('not-permitted', 'people.setup.wrong-token', {}, { token: 'people.setup.wrong-token' });
    if (person === null || !(await nobodyYet(tx))) return new Refusal('conflict', 'people.setup.done');
    if (stepOf(input.secret, input.code, at) === undefined) return wrongCode();
    const { givenName, familyName, email, unitName } = input;
    const weak = weakness(input.password, [givenName, familyName, email]);
    if (weak) return new Refusal('invalid', weak, {}, { password: weak });
    // Secrets never stand in an event, so they are kept here; the person they belong to follows in this transaction.
    await savePassword(tx, person, await hashPassword(input.password));
    await saveTotp(tx, runtime.vault, { person, secret: input.secret });
    await endSetup(tx);
    return founding({ person, unitName, givenName, familyName, email, at });
  },
  async apply(tx, event) {
    if (event.type === 'people.person-added') await applyPersonAdded(tx, event);
    else if (event.type === 'people.unit-created') await applyUnitCreated(tx, event);
    else await applyFunctionGranted(tx, event);
  },
};

function founding(facts: {
  person: string;
  unitName: string;
  givenName: string;
  familyName: string;
  email: string;
  at: Date;
}): Founded[] {
  const { person, unitName, at, ...name } = facts;
  const [unit, today] = [newId(), dayOf(at)];
  const added = { ...name, title: '', staffNumber: null, locale: 'de', activeFrom: today, activeTo: null };
  const granted = { person, role: 'administrator', from: at.toISOString(), to: null, request: null, alone: true };
  return [
    {
      type: 'people.unit-created',
      object: `unit:${unit}`,
      unit,
      facts: { code: '00', name: unitName, parent: null, from: today },
    },
    { type: 'people.person-added', object: `person:${person}`, facts: added },
    { type: 'people.function-granted', object: `function:${newId()}`, unit, facts: granted },
  ];
}

/** Runs the setup as the person who comes into being by it; answers with that person. */
export async function setUp(runtime: Runtime, raw: Record<string, unknown>, key: string): Promise<string | Refusal> {
  const person = newId();
  const outcome = await execute(runtime, foundAdministration, raw, { ...asSignIn, person, permissions: new Set() }, { key });
  return outcome instanceof Refusal ? outcome : person;
}

/** On an empty system: makes the one-time word that the start prints. Undefined when there is nothing to set up. */
export async function prepareSetup(runtime: Runtime): Promise<string | undefined> {
  return runtime.database.transaction(asSignIn, runtime.clock.now(), async (tx) => {
    if ((await installation(tx)).demo || !(await nobodyYet(tx))) return undefined;
    return issueSetupToken(tx);
  });
}
