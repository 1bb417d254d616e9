// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { DocumentRegistered } from '../events/document-registered.ts';
import type { DocumentSignedOff } from '../events/document-signed-off.ts';
import type { DocumentWithdrawn } from '../events/document-withdrawn.ts';
import type { MailDescribed } from '../events/mail-described.ts';
import type { VersionAdded } from '../events/version-added.ts';
import type { Classification } from '../rules/classification.ts';
import type { DocumentState } from '../rules/document-state.ts';

/** What commands on a document need. */
export interface LockedDocument {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly leadUnit: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly direction: 'in' | 'out' | 'internal';
  readonly kind: string;
  readonly datedOn: string | null;
  readonly receivedOn: string | null;
  readonly classification: Classification;
  /** Main document, when this is an attachment. */
  readonly parent: string | null;
  readonly attachments: number;
  readonly lock: number;
  /** Function named for the final signature. */
  readonly signatory: string | null;
  readonly versions: number;
  readonly caseState: string;
  readonly content: string;
  readonly writable: boolean;
}

/** Locks the document if the caller may write there; a mere reader gets it unlocked and `writable: false`. */
export async function findDocumentForChange(tx: Tx, id: string): Promise<LockedDocument | undefined> {
  await tx.query('select 1 from records.documents where id = $1 for update', [id]);
  const [row] = await tx.query<LockedDocument>(
    `select d.id, d.file_id as file, d.case_id as case, c.lead_unit as "leadUnit", d.title, d.state, d.direction, d.signatory, d.versions,
            d.kind, d.dated_on as "datedOn", d.received_on as "receivedOn", d.classification, d.parent_id as parent, d.lock,
            (select count(*) from records.documents a where a.parent_id = d.id) as attachments,
            c.state as "caseState", v.content, (kernel.system_name() is not null or records.may_write(d.file_id)) as writable
       from records.documents d
       join records.cases c on c.id = d.case_id
       join records.versions v on v.document_id = d.id and v.no = d.versions
      where d.id = $1`,
    [id],
  );
  return row;
}

/** The newest version of a document. */
export interface NewestVersion {
  readonly no: number;
  readonly content: string;
  readonly size: number;
  readonly mediaType: string;
}

/** What a document consists of now, without locking it. */
export async function findNewestVersion(tx: Tx, document: string): Promise<NewestVersion | undefined> {
  const [row] = await tx.query<NewestVersion>(
    `select v.no, v.content, v.size, v.media_type as "mediaType"
       from records.documents d join records.versions v on v.document_id = d.id and v.no = d.versions where d.id = $1`,
    [document],
  );
  return row;
}

/** Writes document and first version. */
export async function applyDocumentRegistered(tx: Tx, { object, file, content, facts }: DocumentRegistered): Promise<void> {
  const id = object.slice('document:'.length);
  await tx.query(
    `insert into records.documents (id, file_id, case_id, no, title, kind, direction, state, dated_on, received_on, parent_id, message_key, versions)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)`,
    [
      id,
      file,
      facts.case,
      facts.no,
      facts.title,
      facts.kind,
      facts.direction,
      facts.state,
      facts.datedOn,
      facts.receivedOn,
      facts.parent,
      facts.messageKey,
    ],
  );
  await tx.query('update records.cases set documents = $2, lock = lock + 1 where id = $1', [facts.case, facts.no]);
  await insertVersion(tx, { file, document: id, content, version: facts.version });
  await tx.query('update records.uploads set document_id = $2 where id = $1', [facts.upload, id]);
}

/** Writes the new version; the document may fall back to a draft. */
export async function applyVersionAdded(tx: Tx, { object, file, content, facts }: VersionAdded): Promise<void> {
  const id = object.slice('document:'.length);
  await insertVersion(tx, { file, document: id, content, version: facts.version });
  await tx.query(
    "update records.documents set versions = $2, lock = lock + 1, state = case when $3 then 'draft' else state end where id = $1",
    [id, facts.version.no, facts.newRound],
  );
  await tx.query('update records.uploads set document_id = $2 where id = $1', [facts.upload, id]);
}

async function insertVersion(
  tx: Tx,
  to: { file: string; document: string; content: string; version: DocumentRegistered['facts']['version'] },
): Promise<void> {
  const { version, no, size, mediaType, fileName, note } = to.version;
  await tx.query(
    `insert into records.versions (id, file_id, document_id, no, content, size, media_type, file_name, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [version, to.file, to.document, no, to.content, size, mediaType, fileName, note],
  );
}

/** Marks the document as signed. */
export async function applySignedOff(tx: Tx, { object }: DocumentSignedOff): Promise<void> {
  await tx.query("update records.documents set state = 'signed', lock = lock + 1 where id = $1", [
    object.slice('document:'.length),
  ]);
}

/** Marks the document as withdrawn. */
export async function applyWithdrawn(tx: Tx, { object }: DocumentWithdrawn): Promise<void> {
  await tx.query("update records.documents set state = 'withdrawn', lock = lock + 1 where id = $1", [
    object.slice('document:'.length),
  ]);
}

/** Writes subject, date and key of a message. */
export async function applyMailDescribed(tx: Tx, { object, facts }: MailDescribed): Promise<void> {
  await tx.query(
    'update records.documents set title = $2, message_key = $3, dated_on = coalesce($4, dated_on), lock = lock + 1 where id = $1',
    [object.slice('document:'.length), facts.title, facts.messageKey, facts.datedOn],
  );
}
