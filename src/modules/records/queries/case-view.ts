// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A contact of a case (Beteiligte). */
export interface ContactLine {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
}

/** A reference to or from another object that the caller may see. */
export interface CrossReferenceLine {
  readonly id: string;
  /** The reference was set here, so it can be removed here. */
  readonly begins: boolean;
  readonly object: string;
  readonly reference: string;
  readonly subject: string;
  readonly note: string;
}

/** A case with its facts. */
export interface CaseView {
  readonly id: string;
  readonly file: string;
  readonly no: number | null;
  readonly reference: string | null;
  readonly subject: string;
  readonly subSubject: string;
  readonly foreignReference: string;
  readonly leadUnit: string;
  /** Function that is responsible; null when none was named. */
  readonly responsible: string | null;
  readonly state: 'draft' | 'open' | 'waiting' | 'closing' | 'filed';
  readonly startedOn: string;
  readonly filedOn: string | null;
  readonly retainUntil: string | null;
  readonly permanent: boolean;
  readonly disposalType: string | null;
  readonly documents: number;
  readonly lock: number;
  readonly contacts: readonly ContactLine[];
  readonly references: readonly CrossReferenceLine[];
}

/** The case, or undefined when it does not exist for the caller. */
export async function findCaseView(tx: Tx, id: string): Promise<CaseView | undefined> {
  const [row] = await tx.query<CaseView>(
    `select c.id, c.file_id as file, c.no, c.reference, c.subject, c.sub_subject as "subSubject", c.foreign_reference as "foreignReference",
            c.lead_unit as "leadUnit", c.responsible, c.state, c.started_on as "startedOn", c.filed_on as "filedOn", c.retain_until as "retainUntil",
            c.permanent, c.disposal_type as "disposalType", c.documents, c.lock,
            (select coalesce(json_agg(json_build_object('id', k.id, 'role', k.role, 'name', k.name, 'address', k.address, 'email', k.email, 'phone', k.phone) order by k.role, k.name), '[]')
               from records.contacts k where k.case_id = c.id) as contacts,
            (select coalesce(json_agg(json_build_object('id', r.id, 'begins', r.from_object = 'case:' || c.id, 'object', e.object,
                     'reference', coalesce(o.reference, f.reference, ''), 'subject', coalesce(o.subject, f.subject), 'note', r.note) order by o.sort_key, f.sort_key), '[]')
               from records.cross_references r
               cross join lateral (select case when r.from_object = 'case:' || c.id then r.to_object else r.from_object end as object) e
               left join records.cases o on o.id = case when e.object like 'case:%' then substr(e.object, 6)::uuid end
               left join records.files f on f.id = case when e.object like 'file:%' then substr(e.object, 6)::uuid end
              where c.file_id in (r.file_id, r.to_file_id) and 'case:' || c.id in (r.from_object, r.to_object)
                and coalesce(o.id, f.id) is not null) as "references"
       from records.cases c where c.id = $1`,
    [id],
  );
  return row;
}
