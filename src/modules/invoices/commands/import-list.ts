// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitOptions } from '../../people/index.ts';
import { readCsv } from '../../records/index.ts';
import type { ListImported } from '../events/list-imported.ts';
import { compareList, type ListDifference } from '../rules/compare-list.ts';
import { type ListName, listNames } from '../rules/lists.ts';
import { applyListImported, linesOf } from '../store/lists.ts';

const input = z.strictObject({
  list: z.enum(listNames),
  /** The table as text (CSV); `decodeCsv` makes it from bytes. */
  table: z.string().max(4_000_000),
});

/** What taking a table over would change, line by line, before anybody decides. */
export async function previewList(tx: Tx, list: ListName, table: string): Promise<ListDifference> {
  return compare(tx, { list, table, lock: 'look' });
}

async function compare(tx: Tx, it: { list: ListName; table: string; lock: 'lock' | 'look' }): Promise<ListDifference> {
  const units = new Set((await unitOptions(tx)).map(({ code }) => code));
  return compareList(it.list, readCsv(it.table), { lines: await linesOf(tx, it.list, it.lock), units });
}

/** Liste einlesen: the whole new list or nothing. */
export const importList: Command<z.infer<typeof input>, ListImported> = {
  name: 'invoices.import-list',
  permission: 'invoices.keep-lists',
  input,
  async decide({ input: { list, table }, tx }) {
    const { lines, changes, findings } = await compare(tx, { list, table, lock: 'lock' });
    const [first] = findings;
    if (first) {
      const details = { n: findings.length, line: first.line };
      return new Refusal('invalid', 'invoices.list.findings', details, { table: 'invoices.list.findings' });
    }
    if (changes.length === 0) return [];
    const count = (wanted: string) => changes.filter(({ change }) => change === wanted).length;
    const facts = { list, added: count('added'), changed: count('changed'), gone: count('gone'), lines: JSON.stringify(lines) };
    return [{ type: 'invoices.list-imported', object: `invoice-list:${newId()}`, facts }];
  },
  apply: applyListImported,
};
