// SPDX-License-Identifier: EUPL-1.2
import { consistencyProof, inclusionProof } from '@fachwerk/merkle-log';
import pg from 'pg';
import { timeouts } from '../database.ts';
import type { Journal, JournalEntry, JournalOptions, Personal, RawEntry, StreamRow } from './index.ts';
import { nodesFrom } from './tree.ts';

type Reader = Pick<Journal, 'entriesFrom' | 'open' | 'inclusion' | 'consistency' | 'position'> & { close(): Promise<void> };

/** Reads sequenced entries and proofs, over a small pool of its own. */
export function createReader({ connection, vault }: JournalOptions): Reader {
  const pool = new pg.Pool({ ...timeouts, ...connection, max: 4 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const proofs = nodesFrom(pool);
  const open = (rows: readonly StreamRow[]) => rows.map((row) => openRow(row, vault));
  return {
    open,
    close: () => pool.end(),
    inclusion: async (seq, size) => (await inclusionProof(seq, size, proofs)).map((hash) => Buffer.from(hash)),
    consistency: async (from, to) => (await consistencyProof(from, to, proofs)).map((hash) => Buffer.from(hash)),
    async position(entry) {
      const { rows } = await pool.query<{ seq: number }>('select seq from journal.leaf where inbox_id = $1', [entry]);
      return rows[0]?.seq;
    },
    async entriesFrom(position, limit, types) {
      const { rows } = await pool.query<StreamRow>(
        `select l.seq, l.no, l.header, l.commitment, l.hash, p.key_id, p.salt, p.body
           from journal.leaf l left join journal.personal p on p.id = l.inbox_id
          where l.seq >= $1 and l.seq < $1 + $2 order by l.seq`,
        [position, limit],
      );
      const wanted = rows.filter(({ header }) => types.includes((JSON.parse(header) as { act: string }).act));
      return { entries: open(wanted).map(entryOf), next: position + rows.length };
    },
  };
}

function openRow({ key_id, salt, body, ...row }: StreamRow, vault: JournalOptions['vault']): RawEntry {
  if (key_id === null || salt === null || body === null) return row;
  return { ...row, salt, body: vault.open('journal', { keyId: key_id, sealed: body }) };
}

/** Parses an opened row: the header is public, the personal part may be gone. */
export function entryOf({ seq, no, header, body }: RawEntry): JournalEntry {
  const { act, at, object, stream, file, unit, content } = JSON.parse(header) as {
    act: string;
    at: string;
    object: string;
    stream: string;
    file?: string;
    unit?: string;
    content?: string;
  };
  const personal = body ? (JSON.parse(body.toString('utf8')) as Personal) : undefined;
  return { seq, no, act, at: new Date(at), object, stream, file, unit, content, personal };
}
