// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { erasureEvent } from '../../../kernel/journal/erasure.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { entriesToErase } from '../rules/destroy-case.ts';
import { type Destroying, findCaseToDestroy, openedHistory } from '../store/destroying.ts';

export { applyDestroying, type Destroying } from '../store/destroying.ts';

/** Why a destruction is lawful. */
export interface Lawful {
  /** Code of the reason. */
  readonly code: string;
  readonly basis: string;
  /** The act that released it, `kind:uuid`. */
  readonly act: string;
  readonly day: string;
}

/**
 * The events of destroying a case, for the command of the module that disposes: one for each document, one for the case, one for its file if
 * it was the last, and the erasure of the personal parts of their history. Undefined when there is nothing to destroy. The database carries
 * it out only for a case whose retention is over, that no gate holds up, and whose entries stand in the journal of the same transaction.
 */
export async function destructionEvents(
  { tx, runtime }: { tx: Tx; runtime: Runtime },
  id: string,
  lawful: Lawful,
): Promise<Destroying[] | undefined> {
  const it = await findCaseToDestroy(tx, id);
  if (!it || it.retainUntil === null) return undefined;
  const { file, leadUnit: unit, documents, reference, retainUntil, last } = it;
  const history = await openedHistory(tx, runtime.journal, file);
  const seqs = entriesToErase(history, { case: id, documents: documents.map((document) => document.id), whole: last });
  const common = { file, unit, content: '' } as const;
  const facts = { reference, documents: documents.length, retainUntil, ...lawful };
  return [
    ...documents.map(
      ({ id: document, no }): Destroying => ({
        type: 'records.document-destroyed',
        object: `document:${document}`,
        ...common,
        facts: { no },
      }),
    ),
    { type: 'records.case-destroyed', object: `case:${id}`, ...common, facts },
    ...(last ? [{ type: 'records.file-destroyed', object: `file:${file}`, ...common, facts: { day: lawful.day } } as const] : []),
    ...(seqs.length > 0 ? [erasureEvent({ file, unit, seqs, basis: erasedBy, reason: lawful.basis })] : []),
  ];
}

/** The purpose has ended: retention is over, and the archive has what belongs to it. */
const erasedBy = 'Art. 17 Abs. 1 Buchst. a DSGVO';
