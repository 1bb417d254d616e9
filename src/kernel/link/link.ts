// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../database.ts';

/** One end of a link. */
export interface LinkEnd {
  /** `kind:uuid`; the kind decides who may see this end (`kernel.open_links`). */
  readonly subject: string;
  /** The file it belongs to, when there is one. */
  readonly file?: string | undefined;
}

/** A link that a command wants to make. */
export interface LinkWanted {
  readonly id: string;
  /** `module.word`, e.g. `processes.based-on`. */
  readonly type: string;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

/** A link as seen from one of its ends. */
export interface LinkSeen {
  readonly id: string;
  readonly type: string;
  /** The end from which it is seen. */
  readonly side: 'from' | 'to';
  /** The other end; null when the caller may not see it: then they know that there is something, and nothing more. */
  readonly other: string | null;
}

/** Makes a link. The database refuses it unless the caller may write where it begins and read where it ends. */
export async function addLink(tx: Tx, { id, type, from, to }: LinkWanted): Promise<void> {
  const rows = [from, to].map(({ subject, file }) => [...parted(subject), file ?? null]);
  await tx.query(
    `insert into kernel.link_end (link, type, side, subject_kind, subject_id, file_id)
     values ($1, $2, 'from', $3, $4, $5), ($1, $2, 'to', $6, $7, $8)`,
    [id, type, ...rows.flat()],
  );
}

/** Takes a link away, by its beginning. False when there is none that the caller may take away. */
export async function removeLink(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.query(`delete from kernel.link_end where link = $1 and side = 'from' returning link`, [id]);
  return gone.length > 0;
}

/** Links of a subject that the caller may see, oldest first. */
export async function linksOf(tx: Tx, subject: string): Promise<LinkSeen[]> {
  return tx.query<LinkSeen>(
    `select here.link as id, here.type, here.side, there.subject_kind || ':' || there.subject_id as other
       from kernel.link_end here
       left join kernel.link_end there on there.link = here.link and there.side <> here.side
      where here.subject_kind = $1 and here.subject_id = $2
      order by here.link, here.side`,
    parted(subject),
  );
}

function parted(subject: string): [kind: string, id: string] {
  const colon = subject.indexOf(':');
  return [subject.slice(0, colon), subject.slice(colon + 1)];
}
