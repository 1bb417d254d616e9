// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, commitment, Frontier, leafData, leafHash, signCheckpoint } from '@fachwerk/merkle-log';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Vault } from '../src/kernel/vault/index.ts';
import { loader, withoutIndexes } from './bulk.ts';

/** Fills the journal with true leaves, nodes and a signed head, so that it opens and proves as if it had grown for years. */
export async function buildJournal(
  admin: pg.ClientConfig,
  vault: Vault,
  { origin, files, entries }: { origin: string; files: number; entries: number },
): Promise<void> {
  const client = await loader(admin);
  const copy = (target: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lines, { objectMode: false }), client.query(copyFrom(`copy journal.${target} from stdin`)));
  try {
    const frontier = new Frontier();
    const nodes: string[] = [];
    const streams = new Map<number, Last>();
    await withoutIndexes([client], ['journal.leaf'], () =>
      copy(
        'leaf (seq, inbox_id, stream, no, header, commitment, hash)',
        leafLines({ frontier, nodes, streams }, { files, entries }),
      ),
    );
    await copy('node (level, idx, hash)', nodes);
    await copy('stream (name, no, last)', streamLines(streams));
    const root = Buffer.from(frontier.root());
    const note = signCheckpoint(
      { origin, size: frontier.size, root },
      { name: origin, publicKey: vault.publicKey, sign: vault.sign },
    );
    await client.query('insert into journal.head (size, root, note, at) values ($1, $2, $3, now())', [frontier.size, root, note]);
    await client.query("select setval(pg_get_serial_sequence('journal.inbox', 'id'), $1)", [entries + 1]);
    await client.query('vacuum (analyze) journal.leaf, journal.node, journal.stream');
  } finally {
    await client.end();
  }
}

/** Where a stream stands. */
interface Last {
  readonly no: number;
  readonly hash: string;
}

/** What grows while the leaves are written. */
interface Growing {
  readonly frontier: Frontier;
  readonly nodes: string[];
  readonly streams: Map<number, Last>;
}

const fileOf = (n: number) => `0190a000-0006-7000-8000-${n.toString(16).padStart(12, '0')}`;

function* streamLines(streams: ReadonlyMap<number, Last>): Generator<string> {
  for (const [n, { no, hash }] of streams) yield `file:${fileOf(n)}\t${no}\t\\\\x${hash}\n`;
}

const flushAt = 256 * 1024;

function* leafLines(
  { frontier, nodes, streams }: Growing,
  { files, entries }: { files: number; entries: number },
): Generator<string> {
  const bound = Buffer.from(commitment(Buffer.alloc(32, 1), Buffer.from('{}')));
  let lines = '';
  for (let seq = 0; seq < entries; seq += 1) {
    const n = 1 + (seq % files);
    const no = 1 + Math.floor(seq / files);
    const file = fileOf(n);
    const header = canonicalJson({
      v: 1,
      act: 'records.document-registered',
      at: '2026-01-01T00:00:00.000Z',
      object: `document:${file}`,
      stream: `file:${file}`,
      no,
      prev: streams.get(n)?.hash ?? '',
      file,
    });
    const hash = Buffer.from(leafHash(leafData(header, bound))).toString('hex');
    streams.set(n, { no, hash });
    frontier.push(Buffer.from(hash, 'hex'), (level, index, node) => {
      if (level > 0 && level % 8 === 0) nodes.push(`${level}\t${index}\t\\\\x${Buffer.from(node).toString('hex')}\n`);
    });
    lines += `${seq}\t${seq + 1}\tfile:${file}\t${no}\t${header}\t\\\\x${bound.toString('hex')}\t\\\\x${hash}\n`;
    if (lines.length >= flushAt) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}
