// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';
import { compareRights } from './records-rights.ts';
import { anyRightsWorld } from './world.ts';

const folder = new URL('../../src/modules/records/sql/', import.meta.url);
const sql = ['0004-access.sql', '0006-acting.sql'].map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');

/** A mistake planted into one policy or function: the oracle must notice it. */
export interface RightsMutant {
  readonly name: string;
  /** Name of the policy or function, as the migration writes it. */
  readonly of: string;
  readonly replace: string;
  readonly by: string;
}

const notExcluded = 'f.id <> all ((select people.excluded_subjects())::uuid[])';
const level0 = 'f.protection = 0 and ';
const opened = 'protection < 2 and id = any ((select people.opened_subjects())::uuid[])';

/** Every rule of access to files, left out or bent once, wherever it is written. */
export const rightsMutants: readonly RightsMutant[] = [
  {
    name: 'the excluded read',
    of: 'policy files_read',
    replace: 'id <> all ((select people.excluded_subjects())::uuid[])',
    by: 'true',
  },
  { name: 'the unit reads named-only and sealed files', of: 'policy files_read', replace: 'protection = 0 and ', by: '' },
  {
    name: 'the named do not read',
    of: 'policy files_read',
    replace: 'id = any ((select records.named_files(false))::uuid[])',
    by: 'false',
  },
  {
    name: 'only who may write is named to read',
    of: 'policy files_read',
    replace: 'named_files(false)',
    by: 'named_files(true)',
  },
  {
    name: 'breaking the glass opens sealed files',
    of: 'policy files_read',
    replace: opened,
    by: opened.replace('protection < 2 and ', ''),
  },
  { name: 'breaking the glass opens nothing', of: 'policy files_read', replace: opened, by: 'false' },
  { name: 'deputies read nothing', of: 'policy files_read', replace: 'people.unit_scope', by: 'people.own_unit_scope' },
  { name: 'who may only read writes', of: 'policy files_update', replace: "'records.write'", by: "'records.read'" },
  {
    name: 'the excluded write',
    of: 'policy files_update',
    replace: 'id <> all ((select people.excluded_subjects())::uuid[])',
    by: 'true',
  },
  { name: 'the unit writes in named-only files', of: 'policy files_update', replace: 'protection = 0 and ', by: '' },
  { name: 'who is named to read writes', of: 'policy files_update', replace: 'named_files(true)', by: 'named_files(false)' },
  {
    name: 'deputies read sealed files for the person named',
    of: 'records.named_files(',
    replace: 'a.grantee = kernel.person() and people.is_active(a.grantee)',
    by: 'a.grantee = any ((select people.principals())::uuid[])',
  },
  { name: 'who has left reads sealed files', of: 'records.named_files(', replace: ' and people.is_active(a.grantee)', by: '' },
  {
    name: 'deputies read sealed files for the function named',
    of: 'records.named_files(',
    replace: 'people.own_functions()',
    by: 'people.my_functions()',
  },
  { name: 'whoever is named writes', of: 'records.named_files(', replace: '(a.writes or not writing)', by: 'true' },
  {
    name: 'a named unit reads sealed files',
    of: 'records.named_files(',
    replace: 'case f.protection\n           when 2',
    by: 'case f.protection\n           when 9',
  },
  {
    name: 'readers of a named unit write',
    of: 'records.named_files(',
    replace: "case when writing then 'records.write' else 'records.read' end",
    by: "'records.read'",
  },
  {
    name: 'deputies do not see what the person is named for',
    of: 'records.named_files(',
    replace: 'people.principals()',
    by: 'array[kernel.person()]',
  },
  {
    name: 'deputies do not see what the function is named for',
    of: 'records.named_files(',
    replace: 'people.my_functions()',
    by: 'people.own_functions()',
  },
  { name: 'the excluded may write (all files)', of: 'records.writable_files(', replace: notExcluded, by: 'true' },
  { name: 'the unit may write in named-only files (all files)', of: 'records.writable_files(', replace: level0, by: '' },
  { name: 'readers may write (all files)', of: 'records.writable_files(', replace: "'records.write'", by: "'records.read'" },
  { name: 'the excluded may write (one file)', of: 'records.may_write(', replace: notExcluded, by: 'true' },
  { name: 'the unit may write in named-only files (one file)', of: 'records.may_write(', replace: level0, by: '' },
  { name: 'readers may write (one file)', of: 'records.may_write(', replace: "'records.write'", by: "'records.read'" },
  {
    name: 'who is named to read may write (one file)',
    of: 'records.may_write(',
    replace: 'records.named_files(true)',
    by: 'records.named_files(false)',
  },
  { name: 'the excluded may read (one file)', of: 'records.may_read(', replace: notExcluded, by: 'true' },
  { name: 'the unit may read named-only files (one file)', of: 'records.may_read(', replace: level0, by: '' },
  {
    name: 'breaking the glass opens sealed files (one file)',
    of: 'records.may_read(',
    replace: 'f.protection < 2 and f.id',
    by: 'f.id',
  },
  { name: 'the excluded act', of: 'records.may_act(', replace: notExcluded, by: 'true' },
  { name: 'the unit acts in named-only files', of: 'records.may_act(', replace: level0, by: '' },
  { name: 'who is named to read acts', of: 'records.may_act(', replace: 'a.file_id = f.id and a.writes', by: 'a.file_id = f.id' },
  {
    name: 'deputies act in sealed files',
    of: 'records.may_act(',
    replace: 'and (f.protection < 2 or represented is null)',
    by: '',
  },
  { name: 'a named unit acts in sealed files', of: 'records.may_act(', replace: 'else f.protection < 2 and ', by: 'else ' },
  {
    name: 'one acts for another with one’s own name',
    of: 'records.may_act(',
    replace: 'a.grantee = whom',
    by: 'a.grantee = kernel.person()',
  },
  { name: 'one acts for another with all functions', of: 'records.may_act(', replace: 'where f.person = whom', by: '' },
  {
    name: 'being named lends a permission',
    of: 'records.may_act(',
    replace: "if scope = '{}' then return false; end if;",
    by: '',
  },
];

/** The rows below files follow them: what if they did not? Their policies are written by a loop, so these are whole. */
export const looseEnds: readonly { readonly name: string; readonly change: string; readonly undo: string }[] = [
  {
    name: 'cases are read by everybody',
    change: 'alter policy cases_read on records.cases using (true)',
    undo: 'alter policy cases_read on records.cases using (kernel.system_name() is not null or exists (select from records.files f where f.id = file_id))',
  },
  {
    name: 'cases are changed by readers',
    change: 'alter policy cases_update on records.cases using (records.may_read(file_id))',
    undo: 'alter policy cases_update on records.cases using (kernel.system_name() is not null or records.may_write(file_id))',
  },
];

/** What to try on how many worlds. */
export interface Hunt {
  readonly change: string;
  readonly undo: string;
  readonly worlds: number;
  readonly admin: pg.ClientConfig;
}

/** The statements that plant a mutant and take it out again. Throws when its place is gone: it would survive unseen. */
export function planted({ name, of, replace, by }: RightsMutant): Pick<Hunt, 'change' | 'undo'> {
  const undo = statementOf(of);
  if (!undo.includes(replace)) throw new Error(`mutant finds no place: ${name}`);
  return { undo, change: undo.replace(replace, () => by) };
}

/** After how many worlds the oracle noticed; undefined when it never did. */
export async function huntMutant({ change, undo, worlds, admin }: Hunt): Promise<number | undefined> {
  const client = new pg.Client({ ...timeouts, ...admin });
  await client.connect();
  try {
    await client.query(change);
    const result = await compareRights(client, fc.sample(anyRightsWorld, { numRuns: worlds, seed: 11 }));
    await client.query(undo);
    return result.different && result.worlds;
  } finally {
    await client.end();
  }
}

/** The statement of a migration that makes this policy or function, so that it can run again. */
function statementOf(of: string): string {
  const policy = of.startsWith('policy ');
  const start = sql.indexOf(policy ? `create ${of} on ` : `create function ${of}`);
  const end = sql.indexOf(policy ? ';\n' : 'end $$;', start);
  if (start < 0 || end < 0) throw new Error(`no migration makes ${of}`);
  const text = sql.slice(start, end + (policy ? 1 : 'end $$;'.length));
  if (!policy) return text.replace('create function', 'create or replace function');
  const [, name = '', table = ''] = /^create policy (\w+) on ([\w.]+)/.exec(text) ?? [];
  return `drop policy ${name} on ${table}; ${text}`;
}
