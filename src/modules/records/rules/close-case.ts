// SPDX-License-Identifier: EUPL-1.2
import type { Gate } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type CaseForChange, mayWorkOn } from './change-case.ts';
import { type DocumentState, isUnfinished } from './document-state.ts';
import { type DisposalType, type Retention, retainUntil } from './retention.ts';

/** Everything that is asked before a case is filed. */
export interface CaseForClosing extends CaseForChange {
  /** Code of the plan unit of its file. */
  readonly planCode: string;
  readonly retention: Retention;
  readonly documents: readonly {
    readonly id: string;
    readonly no: number;
    readonly title: string;
    readonly state: DocumentState;
    readonly versions: number;
  }[];
  /** Transfers that have become no document yet. */
  readonly uploads: readonly { readonly id: string; readonly name: string }[];
  readonly contacts: number;
  /** Deadlines that run or rest. */
  readonly deadlines: readonly { readonly id: string; readonly name: string }[];
  /** What other modules put before z.d.A. */
  readonly gates: readonly Gate[];
}

/** One thing that stands in the way, and where to put it right. */
export interface Missing {
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** `document:uuid`, `upload:uuid`, `deadline:uuid`, `gate:uuid`; or the part of the page: `contacts`, `plan`. */
  readonly at: string;
}

/** All that stands in the way of z.d.A., at once and not one after the other. */
export function missingForClosing(it: CaseForClosing): Missing[] {
  const { documents, uploads, retention, deadlines, gates, planCode } = it;
  return [
    ...documents.flatMap(documentMissing),
    ...uploads.map(({ id, name }) => ({ reason: 'records.close-case.uploading', details: { name }, at: `upload:${id}` })),
    ...(retention.needsContact && it.contacts === 0
      ? [{ reason: 'records.close-case.no-contact', details: {}, at: 'contacts' }]
      : []),
    ...(retention.retention === undefined
      ? [{ reason: 'records.close-case.no-retention', details: { code: planCode }, at: 'plan' }]
      : []),
    ...deadlines.map(({ id, name }) => ({ reason: 'records.close-case.deadline', details: { name }, at: `deadline:${id}` })),
    ...gates.map(({ id, reason }) => ({ reason, details: {}, at: `gate:${id}` })),
  ];
}

function documentMissing({ id, no, title, state, versions }: CaseForClosing['documents'][number]): Missing[] {
  if (state === 'withdrawn') return [];
  const at = `document:${id}`;
  if (versions === 0) return [{ reason: 'records.close-case.no-version', details: { no, title }, at }];
  return isUnfinished(state) ? [{ reason: `records.close-case.${state}`, details: { no, title }, at }] : [];
}

/** May this case be filed? The reasons stand in `fields`, by the place where each is put right. */
export function mayCloseCase(it: CaseForClosing): Refusal | undefined {
  const no = mayWorkOn(it);
  if (no) return no;
  if (it.state === 'draft') return new Refusal('conflict', 'records.close-case.draft-case');
  const missing = missingForClosing(it);
  if (missing.length === 0) return undefined;
  const fields = Object.fromEntries(missing.map(({ at, reason }) => [at, reason]));
  return new Refusal('conflict', 'records.close-case.missing', { n: missing.length }, fields);
}

/** What filing fixes: from now on it holds for this case, whatever the plan will say later. */
export interface Closing {
  readonly filedOn: string;
  readonly years: number | null;
  readonly retainUntil: string | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType;
  /** Plan units that say so; where no unit says anything of disposal, the archive must appraise. */
  readonly retentionFrom: string;
  readonly disposalFrom: string | null;
}

/** The retention of a case filed on this day. Throws where no retention is resolved: the check list asks that first. */
export function closingOf({ retention, retentionFrom, disposal, disposalFrom }: Retention, filedOn: string): Closing {
  if (retention === undefined) throw new Error('a case without retention cannot be filed');
  const permanent = retention === 'permanent';
  return {
    filedOn,
    years: permanent ? null : retention,
    retainUntil: permanent ? null : retainUntil(filedOn, retention),
    permanent,
    disposal: disposal ?? 'B',
    retentionFrom: retentionFrom ?? '',
    disposalFrom: disposalFrom ?? null,
  };
}
