// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../src/kernel/command.ts';
import type { Tx } from '../../src/kernel/database.ts';
import type { Event } from '../../src/kernel/event.ts';
import { idOf, plan, staff, units } from './people.ts';

const since = '2020-01-01';

/** The founding of the demo city: offices, people, functions, filing plan; each an entry. Background work only, on an empty system. */
export const foundTown: Command<Record<string, never>> = {
  name: 'demo.found-town',
  permission: 'anyone',
  input: z.strictObject({}),
  async decide() {
    return [
      ...units.map(([code, name, parent]) => event('unit-founded', `unit:${idOf(`unit ${code}`)}`, { code, name, parent })),
      ...staff.map(([given, family, unit, role]) =>
        event('person-founded', `person:${idOf(`${given} ${family}`)}`, { given, family, unit, role }),
      ),
      ...plan.map(([code, title, parent, years, disposal], index) =>
        event('plan-unit-founded', `plan-unit:${idOf(`plan ${code}`)}`, { code, title, parent, years, disposal, index }),
      ),
    ];
  },
  async apply(tx, { type, facts }) {
    if (type === 'demo.unit-founded') await insertUnit(tx, facts as { code: string; name: string; parent: string | null });
    if (type === 'demo.person-founded')
      await insertPerson(tx, facts as { given: string; family: string; unit: string; role: string });
    if (type === 'demo.plan-unit-founded') await insertPlanUnit(tx, facts as unknown as PlanFacts);
  },
};

interface PlanFacts {
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  readonly years: number | null;
  readonly disposal: string | null;
  readonly index: number;
}

function event(name: string, object: Event['object'], facts: Event['facts']): Event {
  return { type: `demo.${name}`, object, facts };
}

async function insertUnit(tx: Tx, { code, name, parent }: { code: string; name: string; parent: string | null }): Promise<void> {
  const id = idOf(`unit ${code}`);
  await tx.query('insert into people.unit (id) values ($1)', [id]);
  await tx.query('insert into people.unit_state (unit, code, name, parent, valid_from) values ($1, $2, $3, $4, $5)', [
    id,
    code,
    name,
    parent === null ? null : idOf(`unit ${parent}`),
    since,
  ]);
}

async function insertPerson(
  tx: Tx,
  { given, family, unit, role }: { given: string; family: string; unit: string; role: string },
): Promise<void> {
  const id = idOf(`${given} ${family}`);
  const mailbox = `${given}.${family}`
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z.]/g, '');
  await tx.query('insert into people.person (id, given_name, family_name, email, active_from) values ($1, $2, $3, $4, $5)', [
    id,
    given,
    family,
    `${mailbox}@waldbrueck.example`,
    since,
  ]);
  await tx.query('insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, $4, $5)', [
    idOf(`function ${given} ${family}`),
    id,
    idOf(`unit ${unit}`),
    role,
    since,
  ]);
}

async function insertPlanUnit(tx: Tx, { code, title, parent, years, disposal, index }: PlanFacts): Promise<void> {
  const planId = idOf('plan');
  if (index === 0)
    await tx.query(
      "insert into records.filing_plans (id, name, version, valid_from) values ($1, 'Aktenplan Waldbrück', '2026', $2)",
      [planId, since],
    );
  await tx.query(
    'insert into records.filing_plan_units (id, plan_id, parent_id, code, sort_key, title, retention_years, disposal_type, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      idOf(`plan ${code}`),
      planId,
      parent === null ? null : idOf(`plan ${parent}`),
      code,
      code.replaceAll(/\d+/g, (digits) => digits.padStart(8, '0')),
      title,
      years,
      disposal,
      since,
    ],
  );
}
