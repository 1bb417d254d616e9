// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { ERASURE_ACT } from '@fachwerk/merkle-log';
import { applyPersonalPartsErased, type PersonalPartsErased } from '../../../kernel/journal/erasure.ts';
import type { Journal, StreamRow } from '../../../kernel/journal/index.ts';
import { entryOf } from '../../../kernel/journal/read.ts';
import type { CaseDestroyed, DocumentDestroyed, FileDestroyed } from '../events/case-destroyed.ts';
import type { OpenedEntry } from '../rules/destroy-case.ts';

/** A case that is to be destroyed, with everything that goes with it. */
export interface CaseToDestroy {
  readonly id: string;
  readonly file: string;
  readonly leadUnit: string;
  readonly reference: string;
  readonly retainUntil: string | null;
  readonly documents: readonly { readonly id: string; readonly no: number }[];
  /** It is the last one of a closed file: the file goes with it. */
  readonly last: boolean;
}

/** Locks a filed case that is not destroyed yet; background work only. */
export async function findCaseToDestroy(tx: Tx, id: string): Promise<CaseToDestroy | undefined> {
  const [row] = await tx.query<Omit<CaseToDestroy, 'documents'>>(
    `select c.id, c.file_id as file, c.lead_unit as "leadUnit", coalesce(c.reference, '') as reference, c.retain_until as "retainUntil",
            f.state = 'closed' and not exists (select from records.cases o where o.file_id = c.file_id and o.id <> c.id and o.destroyed_on is null) as last
       from records.cases c join records.files f on f.id = c.file_id
      where c.id = $1 and c.state = 'filed' and c.destroyed_on is null for update of f, c`,
    [id],
  );
  if (!row) return undefined;
  const documents = await tx.query<{ id: string; no: number }>(
    'select id, no from records.documents where case_id = $1 order by no',
    [id],
  );
  return { ...row, documents };
}

/** The history of a file, opened, for background work. */
export async function openedHistory(tx: Tx, journal: Journal, file: string): Promise<OpenedEntry[]> {
  const rows = await tx.query<StreamRow>('select * from records.history_for_work($1)', [file]);
  return journal
    .open(rows.toReversed())
    .map(entryOf)
    .map(({ seq, act, object, personal }) => ({ seq, act, object, facts: personal?.facts }));
}

/** What destroying a case consists of. */
export type Destroying = DocumentDestroyed | CaseDestroyed | FileDestroyed | PersonalPartsErased;

/** Carries out one event. For the case it answers with the hashes of contents that nothing of the case refers to any more. */
export async function applyDestroying(tx: Tx, event: Destroying, label: string): Promise<string[]> {
  if (event.type === ERASURE_ACT) await applyPersonalPartsErased(tx, event);
  if (event.type === 'records.file-destroyed') await tx.query('select records.destroy_file($1, $2)', [event.file, label]);
  if (event.type !== 'records.case-destroyed') return [];
  const [row] = await tx.query<{ hashes: string[] }>('select records.destroy_case($1, $2) as hashes', [
    event.object.slice('case:'.length),
    label,
  ]);
  return row?.hashes ?? [];
}
