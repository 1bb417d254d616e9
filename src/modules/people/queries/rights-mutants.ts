// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import fc from 'fast-check';
import { compare } from './rights-oracle.ts';
import { anyWorld } from './rights-worlds.ts';

/** A mistake planted into one function of the door: the oracle must notice it. */
export interface Mutant {
  readonly name: string;
  readonly of: string;
  readonly replace: string;
  readonly by: string;
  /** Table whose row level security would stop the mistake: taken down to see that the function itself is right. */
  readonly unfenced?: string;
}

const functionsOf = 'people.functions_of(uuid,boolean)';
const scope = 'people.scope(text,boolean,uuid)';
const ownOnly = 'f.person = (select s.principal from people.substitution s where s.id = v.substitution)';

/** Every rule of the door, left out or bent once. */
export const mutants: readonly Mutant[] = [
  { name: 'a substitution works before its beginning', of: functionsOf, replace: 's.valid_from <= moment and ', by: '' },
  { name: 'a substitution works after its end', of: functionsOf, replace: ' and moment < s.valid_to', by: '' },
  {
    name: 'a substitution works in its last moment',
    of: functionsOf,
    replace: 'moment < s.valid_to',
    by: 'moment <= s.valid_to',
  },
  { name: 'a function works before its beginning', of: functionsOf, replace: 'f.valid_from <= moment and ', by: '' },
  { name: 'a function never expires', of: functionsOf, replace: '(f.valid_to is null or moment < f.valid_to)', by: 'true' },
  { name: 'a function works in its last moment', of: functionsOf, replace: 'moment < f.valid_to', by: 'moment <= f.valid_to' },
  {
    name: 'deputies of deputies',
    of: functionsOf,
    replace: 's.deputy = who',
    by: '(s.deputy = who or s.deputy in (select t.principal from people.substitution t where t.deputy = who))',
  },
  { name: 'a substitution covers what the principal never had', of: functionsOf, replace: ownOnly, by: 'true' },
  { name: 'what cannot be transferred passes to the deputy', of: functionsOf, replace: '(r.transferable and ', by: '(' },
  {
    name: 'a substitution covers everything',
    of: functionsOf,
    replace: 'join people.substitution_function c on c.substitution = s.id',
    by: 'join (select g.id as function_held, g.person from people.function_held g) c on c.person = s.principal',
  },
  { name: 'a deputy without access acts', of: functionsOf, replace: 'if not people.is_active(who) then return; end if;', by: '' },
  { name: 'a principal without access lends', of: functionsOf, replace: 'and people.is_active(s.principal)', by: '' },
  {
    name: 'access never ends',
    of: 'people.is_active(uuid)',
    replace: ' and (p.active_to is null or kernel.today() < p.active_to)',
    by: '',
  },
  { name: 'access begins early', of: 'people.is_active(uuid)', replace: 'p.active_from <= kernel.today() and ', by: '' },
  {
    name: 'access lasts a day too long',
    of: 'people.is_active(uuid)',
    replace: 'kernel.today() < p.active_to',
    by: 'kernel.today() <= p.active_to',
  },
  { name: 'functions in retired units work', of: functionsOf, replace: ' and (u.valid_to is null or day < u.valid_to)', by: '' },
  { name: 'own scope includes lent functions', of: scope, replace: 'not own', by: 'true' },
  { name: 'acting for one principal uses all', of: scope, replace: 'represented is null or f.person = represented', by: 'true' },
  { name: 'any function gives any permission', of: scope, replace: 'and p.permission = wanted', by: '' },
  { name: 'a function in one unit reaches down', of: scope, replace: 'select s, false', by: 'select s, true' },
  { name: 'a head reaches no further than the own unit', of: scope, replace: 'select t, true', by: 'select t, false' },
  { name: 'a function for the whole house holds nowhere', of: scope, replace: 'if whole then', by: 'if false then' },
  { name: 'heirs inherit nothing', of: scope, replace: 'where k.heir is not null', by: 'where false' },
  {
    name: 'heirs inherit before the unit is retired',
    of: 'people.units_known()',
    replace: 'case when s.valid_to <= day then u.heir end',
    by: 'u.heir',
  },
  {
    name: 'a unit counts before it is founded',
    of: 'people.units_known()',
    replace: 'where s.valid_from <= day',
    by: 'where true',
  },
  {
    name: 'a permission is had by anybody with a function',
    of: 'people.has(text)',
    replace: 'p.permission = has.permission',
    by: 'true',
  },
  { name: 'principals stay after the window', of: 'people.principals()', replace: ' and kernel.at() < s.valid_to', by: '' },
  { name: 'principals come before the window', of: 'people.principals()', replace: 's.valid_from <= kernel.at() and ', by: '' },
  { name: 'exclusion is ignored', of: 'people.excluded_subjects()', replace: 'e.person = kernel.person()', by: 'false' },
  {
    name: 'exclusion hits everybody',
    of: 'people.excluded_subjects()',
    replace: 'e.person = kernel.person()',
    by: 'true',
    unfenced: 'people.exclusion',
  },
  { name: 'broken glass never closes', of: 'people.opened_subjects()', replace: ' and kernel.at() < o.ends_at', by: '' },
  { name: 'broken glass is open early', of: 'people.opened_subjects()', replace: 'o.opened_at <= kernel.at() and ', by: '' },
  {
    name: 'broken glass works around exclusion',
    of: 'people.opened_subjects()',
    replace: 'and e.subject = o.subject',
    by: 'and false',
  },
  {
    name: 'deputies look through the principal’s broken glass',
    of: 'people.opened_subjects()',
    replace: 'where o.person = kernel.person()',
    by: 'where o.person = any (people.principals())',
    unfenced: 'people.opening',
  },
  {
    name: 'broken glass opens for those without access',
    of: 'people.opened_subjects()',
    replace: "if not people.is_active(kernel.person()) then return '{}'; end if;",
    by: '',
  },
];

/** What to try a mutant on. */
export interface Hunt {
  readonly mutant: Mutant;
  readonly worlds: number;
  readonly seed?: number;
  /** Superuser's connection to a migrated database of one's own. */
  readonly admin: pg.ClientConfig;
}

/** After how many worlds the oracle noticed a mutant; undefined when it never did. */
export async function killMutant({ mutant, worlds, seed = 7, admin }: Hunt): Promise<number | undefined> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [mutant.of]);
    const original = rows[0]?.text ?? '';
    const fence = (word: string) => (mutant.unfenced ? `; alter table ${mutant.unfenced} ${word} force row level security` : '');
    await client.query(plant(original, mutant) + fence('no'));
    const result = await compare(client, fc.sample(anyWorld, { numRuns: worlds, seed }));
    await client.query(original + fence(''));
    return result.different && result.worlds;
  } finally {
    await client.end();
  }
}

/** A mutant whose place is gone would survive unseen: that is an error of the test. */
function plant(original: string, { name, replace, by }: Mutant): string {
  if (!original.includes(replace)) throw new Error(`mutant finds no place: ${name}`);
  return original.replace(replace, () => by);
}
