// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { deadlinesOf } from '../../../kernel/deadline/index.ts';
import type { Gate } from '../../../kernel/gate/index.ts';
import type { CaseFiled } from '../events/case-filed.ts';
import type { CaseReopened } from '../events/case-reopened.ts';
import type { CaseForClosing } from '../rules/close-case.ts';
import { resolveRetention } from '../rules/retention.ts';
import type { LockedCase } from './cases.ts';
import { planPath } from './plan-units.ts';

/** Collects everything that is asked before z.d.A. */
export async function collectForClosing(
  tx: Tx,
  it: LockedCase,
  { on, gates }: { on: string; gates: readonly Gate[] },
): Promise<CaseForClosing> {
  const [plan] = await tx.query<{ unit: string; code: string; contacts: number }>(
    `select u.id as unit, u.code, (select count(*) from records.contacts k where k.case_id = $2) as contacts
       from records.files f join records.filing_plan_units u on u.id = f.plan_unit_id where f.id = $1`,
    [it.file, it.id],
  );
  const documents = await tx.query<CaseForClosing['documents'][number]>(
    'select id, no, title, state, versions from records.documents where case_id = $1 order by no',
    [it.id],
  );
  const uploads = await tx.query<{ id: string; name: string }>(
    "select id, name from records.uploads where case_id = $1 and state <> 'refused' and document_id is null and expires_on >= $2 order by id",
    [it.id, on],
  );
  const open = (await deadlinesOf(tx, `case:${it.id}`)).filter(({ state }) => state === 'running' || state === 'suspended');
  return {
    ...it,
    planCode: plan?.code ?? '',
    retention: resolveRetention(plan ? await planPath(tx, plan.unit) : []),
    documents,
    uploads,
    contacts: plan?.contacts ?? 0,
    deadlines: open.map(({ id, rule }) => ({ id, name: rule.name })),
    gates,
  };
}

/** Files the case; all that lies in it is final from now on. */
export async function applyCaseFiled(tx: Tx, { object, facts }: CaseFiled): Promise<void> {
  const id = object.slice('case:'.length);
  await tx.query(
    "update records.documents set state = 'final', lock = lock + 1 where case_id = $1 and state not in ('withdrawn', 'final')",
    [id],
  );
  await tx.query(
    `update records.cases set state = 'filed', filed_on = $2, retain_until = $3, permanent = $4, disposal_type = $5, lock = lock + 1 where id = $1`,
    [id, facts.filedOn, facts.retainUntil, facts.permanent, facts.disposal],
  );
}

/** Takes the case back; how long it is kept is open again. */
export async function applyCaseReopened(tx: Tx, { object }: CaseReopened): Promise<void> {
  await tx.query(
    `update records.cases set state = 'open', filed_on = null, retain_until = null, permanent = false, disposal_type = null, lock = lock + 1 where id = $1`,
    [object.slice('case:'.length)],
  );
}
