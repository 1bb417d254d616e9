// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { LanguageChosen } from '../events/language-chosen.ts';
import type { PersonAdded } from '../events/person-added.ts';
import type { PersonChanged } from '../events/person-changed.ts';
import type { KnownPerson } from '../rules/import-staff.ts';

/** A person as commands see them. */
export interface PersonForChange extends KnownPerson {
  readonly activeFrom: string;
  readonly activeTo: string | null;
  /** Access today. */
  readonly active: boolean;
}

const columns = `id, title, given_name as "givenName", family_name as "familyName", email, staff_number as "staffNumber",
  active_from as "activeFrom", active_to as "activeTo", people.is_active(id) as active`;

/** Finds a person and holds the row, so that two changes come one after the other. */
export async function findPersonForChange(tx: Tx, id: string): Promise<PersonForChange | undefined> {
  const [row] = await tx.query<PersonForChange>(`select ${columns} from people.person where id = $1 for update`, [id]);
  return row;
}

/** Everybody with access now or later, for imports. */
export async function personsNow(tx: Tx): Promise<PersonForChange[]> {
  return tx.query<PersonForChange>(`select ${columns} from people.person where active_to is null or active_to > kernel.today()`);
}

/** Which of address and number somebody else already has while this person has access. */
export async function takenBy(
  tx: Tx,
  wanted: { id: string; email: string; staffNumber: string | null; from: string; to: string | null },
): Promise<{ email: boolean; staffNumber: boolean }> {
  const [row] = await tx.query<{ email: boolean; staffNumber: boolean }>(
    `select coalesce(bool_or(lower(email) = lower($2)), false) as email, coalesce(bool_or(staff_number = $3), false) as "staffNumber"
       from people.person where id <> $1 and daterange(active_from, active_to) && daterange($4, $5)`,
    [wanted.id, wanted.email, wanted.staffNumber, wanted.from, wanted.to],
  );
  return row ?? { email: false, staffNumber: false };
}

/** True while nobody was ever added. */
export async function nobodyYet(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ empty: boolean }>('select not exists (select from people.person) as empty');
  return row?.empty ?? false;
}

/** Id in an event's object. */
export function idOf({ object }: { object: string }): string {
  return object.slice(object.indexOf(':') + 1);
}

/** Writes a new person. */
export async function applyPersonAdded(tx: Tx, event: PersonAdded): Promise<void> {
  const { title, givenName, familyName, email, staffNumber, locale, activeFrom, activeTo } = event.facts;
  await tx.query(
    `insert into people.person (id, title, given_name, family_name, email, staff_number, locale, active_from, active_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [idOf(event), title, givenName, familyName, email, staffNumber, locale, activeFrom, activeTo],
  );
}

/** Writes what changed of a person. An address set back to the last one that counted needs no confirming any more. */
export async function applyPersonChanged(tx: Tx, event: PersonChanged): Promise<void> {
  const { title, givenName, familyName, email, staffNumber, activeTo } = event.facts;
  await tx.query(
    `update people.person set title = $2, given_name = $3, family_name = $4, email = $5, staff_number = $6, active_to = $7 where id = $1`,
    [idOf(event), title, givenName, familyName, email, staffNumber, activeTo],
  );
  await tx.query('delete from people.address_change where person = $1 and lower(before) = lower($2)', [idOf(event), email]);
}

/** Writes the language of the interface. */
export async function applyLanguageChosen(tx: Tx, event: LanguageChosen): Promise<void> {
  await tx.query('update people.person set locale = $2 where id = $1', [idOf(event), event.facts.locale]);
}
