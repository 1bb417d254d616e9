// SPDX-License-Identifier: EUPL-1.2
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { importFilingPlan } from '../../../src/modules/records/commands/import-filing-plan.ts';
import { type Retention, resolveRetention } from '../../../src/modules/records/rules/retention.ts';
import { momentOf } from '../calendar.ts';
import { planTable, planVersions } from '../town/filing-plan.ts';
import type { Roster } from '../town/staff.ts';
import { act, callerAs, founding } from './callers.ts';

/** A unit of the plan as the files need it. */
export interface PlanPlace {
  readonly id: string;
  readonly retention: Retention;
}

/** Brings both versions of the filing plan into force, as the registry does; answers with what holds at each place. */
export async function foundPlan(runtime: Runtime, roster: Roster): Promise<ReadonlyMap<string, PlanPlace>> {
  const caller = callerAs(roster.named('Renate Hagedorn'));
  for (const one of planVersions) {
    const { version, validFrom, day } = one;
    const input = { name: 'Aktenplan der Stadt Waldbrück', version, validFrom, table: planTable(one) };
    await act(runtime, importFilingPlan, input, { caller, at: momentOf(day, 30), key: version });
  }
  return planPlaces(runtime);
}

/** What holds at each place of the plan in force, by code. */
export function planPlaces(runtime: Runtime): Promise<ReadonlyMap<string, PlanPlace>> {
  return runtime.database.read(founding, runtime.clock.now(), async (tx) => places(await tx.query<PlanRow>(planRows)));
}

const planRows =
  'select id, code, parent_id as parent, retention_years as years, permanent, disposal_type as disposal, needs_contact as "needsContact" from records.filing_plan_units';

interface PlanRow {
  readonly id: string;
  readonly code: string;
  readonly parent: string | null;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly disposal: 'A' | 'B' | 'V' | null;
  readonly needsContact: boolean;
}

function places(rows: readonly PlanRow[]): Map<string, PlanPlace> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const up = (row: PlanRow | undefined): PlanRow[] => (row ? [row, ...up(byId.get(row.parent ?? ''))] : []);
  return new Map(rows.map((row) => [row.code, { id: row.id, retention: resolveRetention(up(row)) }]));
}
