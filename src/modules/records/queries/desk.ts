// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A document that waits for a final signature. */
export interface ToSign {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly reference: string;
  readonly subject: string;
}

/** A case that is being worked on. */
export interface OpenCaseLine {
  readonly id: string;
  readonly reference: string | null;
  readonly subject: string;
  readonly state: string;
  readonly documents: number;
}

/** What the desk shows. Counts are capped: `more` says that there are more. */
export interface Desk {
  readonly toSign: readonly ToSign[];
  readonly open: readonly OpenCaseLine[];
  readonly reading: { readonly done: number; readonly waiting: number; readonly failed: number };
}

const shown = 12;

/** What needs the caller today: drafts to sign where they may sign, open cases of the units they work for, content that is being read. */
export async function findDesk(tx: Tx): Promise<Desk> {
  const toSign = await tx.query<ToSign>(
    `select d.id, d.title, d.kind, coalesce(c.reference, '') as reference, c.subject
       from records.cases c join records.documents d on d.case_id = c.id
      where c.lead_unit = any ((select people.unit_scope('records.sign'))::uuid[]) and c.state <> 'filed'
        and d.direction <> 'in' and d.state in ('draft', 'cosigned')
      order by c.sort_key, d.no limit ${shown}`,
  );
  const open = await tx.query<OpenCaseLine>(
    `select id, reference, subject, state, documents from records.cases
      where lead_unit = any ((select people.own_unit_scope('records.write'))::uuid[]) and state <> 'filed'
      order by id desc limit ${shown}`,
  );
  const [reading] = await tx.query<Desk['reading']>(
    `select count(*) filter (where reading in ('waiting', 'reading', 'needs-ocr'))::int as waiting, 0 as done,
            count(*) filter (where reading = 'failed')::int as failed
       from (select reading from records.versions where reading in ('waiting', 'reading', 'needs-ocr') limit 1000) v`,
  );
  return { toSign, open, reading: reading ?? { done: 0, waiting: 0, failed: 0 } };
}
