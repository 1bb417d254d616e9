// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Visit } from '../../../kernel/page.ts';
import { Button, Form, ListRows, Notice, Part } from '../../../ui/index.ts';
import { type DemoPerson, demoPeople, isDemonstration } from '../queries/demonstration.ts';
import { safePath } from '../rules/safe-path.ts';
import { welcome } from './site.ts';

/** The people of the demo city by role, each one click away; says what this is. */
export function DemoPeople({ visit, to, people }: { visit: Visit; to: string; people: readonly DemoPerson[] }) {
  const roles = [...new Set(people.map(({ roleName }) => roleName))];
  return (
    <>
      <Notice tone="now">
        <p>{visit.say('people.demo.warning')}</p>
      </Notice>
      <div class="two">
        {roles.map((role, index) => (
          <DemoRole visit={visit} to={to} id={`role-${index + 1}`} people={people.filter(({ roleName }) => roleName === role)} />
        ))}
      </div>
    </>
  );
}

/** What a visitor can try in each of the roles that every installation brings along. */
const trials: readonly string[] = ['clerk', 'head', 'registry', 'administrator', 'staff-council', 'auditor', 'privacy-officer'];

function DemoRole({ visit, to, id, people }: { visit: Visit; to: string; id: string; people: readonly DemoPerson[] }) {
  const [{ role, roleName } = { role: '', roleName: '' }] = people;
  return (
    <Part id={id} title={roleName}>
      {trials.includes(role) ? <p class="muted">{visit.say(`people.demo.try.${role}`)}</p> : null}
      <ListRows plain label={roleName}>
        {people.map((person) => (
          <DemoRow visit={visit} to={to} person={person} />
        ))}
      </ListRows>
    </Part>
  );
}

function DemoRow({
  visit: { say },
  to,
  person: { id, name, unitCode, unitName },
}: {
  visit: Visit;
  to: string;
  person: DemoPerson;
}) {
  return (
    <li>
      <div class="row">
        <p class="row-what">
          {name}
          <span class="row-meta">
            {unitCode} {unitName}
          </span>
        </p>
        <span class="row-by" />
        <div class="row-do">
          <Form action="/sign-in/demo" values={{ person: id, to }} look="inline">
            <Button small label={say('people.demo.sign-in-as', { name })}>
              {say('people.sign-in.button')}
            </Button>
          </Form>
        </div>
      </div>
    </li>
  );
}

const inputOfDemo = z.strictObject({ person: z.uuid(), to: z.string().max(2_000).optional() });

/** One click in a demo city; anywhere else this address does not exist. */
export const demoSignInEndpoint: Endpoint = {
  method: 'POST',
  path: '/sign-in/demo',
  permission: 'anyone',
  input: inputOfDemo,
  summary: 'Anmelden in der Vorführstadt',
  async handle(visit, input) {
    const { person, to } = input as z.infer<typeof inputOfDemo>;
    const allowed =
      visit.runtime.config.demo && (await visit.read(async (tx) => (await isDemonstration(tx)) && (await isKnown(tx, person))));
    if (!allowed) return visit.notFound();
    await welcome(visit, person);
    return visit.context.redirect(safePath(to), 303);
  },
};

async function isKnown(tx: Parameters<typeof isDemonstration>[0], person: string): Promise<boolean> {
  return (await demoPeople(tx, 10_000)).some(({ id }) => id === person);
}
