// SPDX-License-Identifier: EUPL-1.2
import type { Module } from '../../../kernel/module.ts';
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Chip, Field, Form, LinkButton, PageHead, Part } from '../../../ui/index.ts';
import { requestRoleChange } from '../commands/request-role-change.ts';
import { allRoles, type RoleView } from '../queries/roles.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, Question, ticked, typed } from './form-parts.tsx';

/** Wer darf was? Every role with its permissions as sentences, and every permission with its roles. */
export const rolesPage: Page = {
  path: '/administration/roles',
  permission: 'signed-in',
  async show(visit) {
    const { say, caller, modules } = visit;
    const roles = await visit.read(allRoles);
    const mayChange = caller.permissions.has('people.define-roles');
    const body = (
      <>
        <PageHead
          title={say('people.area.roles')}
          lead={say('people.roles.lead')}
          crumbs={[administrationCrumb(visit)]}
          actions={
            mayChange ? (
              <LinkButton icon="plus" href="/administration/roles/edit">
                {say('people.roles.new')}
              </LinkButton>
            ) : undefined
          }
        />
        <DoneNotice visit={visit} />
        {roles.map((role) => (
          <Role visit={visit} role={role} mayChange={mayChange} />
        ))}
        <ByPermission visit={visit} roles={roles} modules={modules} />
      </>
    );
    return visit.html(frame(visit, { title: say('people.area.roles'), current: '/administration', body }));
  },
};

/** All permissions of the house, module by module: permission → sentence. */
function sentences(modules: readonly Module[]): [permission: string, key: string][] {
  return modules.flatMap(({ permissions }) => Object.entries(permissions));
}

function Role({ visit: { say, modules }, role, mayChange }: { visit: Visit; role: RoleView; mayChange: boolean }) {
  const { code, name, reach, transferable, permissions, waiting } = role;
  const known = sentences(modules).filter(([permission]) => permissions.includes(permission));
  return (
    <Part
      id={`role-${code}`}
      title={name}
      right={
        mayChange && !waiting ? <a href={`/administration/roles/edit?role=${code}`}>{say('people.roles.change')}</a> : undefined
      }
      gap
    >
      <p class="muted">
        {say(`people.reach.${reach}`)} {say(transferable ? 'people.roles.transferable' : 'people.roles.not-transferable')}{' '}
        {waiting ? <Chip tone="now">{say('people.roles.waiting')}</Chip> : null}
      </p>
      <ul>
        {known.map(([, key]) => (
          <li>{say(key)}</li>
        ))}
      </ul>
      {known.length === 0 ? <p class="muted">{say('people.roles.nothing')}</p> : null}
    </Part>
  );
}

function ByPermission({
  visit: { say },
  roles,
  modules,
}: {
  visit: Visit;
  roles: readonly RoleView[];
  modules: readonly Module[];
}) {
  return (
    <Part id="by-permission" title={say('people.roles.by-permission')} gap>
      <dl class="facts">
        {sentences(modules).map(([permission, key]) => {
          const having = roles.filter(({ permissions }) => permissions.includes(permission)).map(({ name }) => name);
          return (
            <>
              <dt>{say(key)}</dt>
              <dd>{having.length > 0 ? having.join(', ') : say('people.roles.nobody')}</dd>
            </>
          );
        })}
      </dl>
    </Part>
  );
}

/** Rolle neu fassen: what is sent here waits for a second person. */
export const rolePage: Page = {
  path: '/administration/roles/edit',
  permission: 'people.define-roles',
  async show(visit) {
    const { say } = visit;
    const code = typed(visit, 'request', 'role') ?? visit.query('role');
    const role = (await visit.read(allRoles)).find((one) => one.code === code);
    if (!role && visit.query('role') !== undefined) return visit.notFound();
    const title = role ? say('people.roles.change-named', { name: role.name }) : say('people.roles.new');
    const crumbs = [administrationCrumb(visit), { label: say('people.area.roles'), href: '/administration/roles' }];
    const body = (
      <>
        <PageHead title={title} lead={say('people.roles.edit-lead')} crumbs={crumbs} />
        <FormErrors visit={visit} form="request" />
        <RoleForm visit={visit} role={role} />
      </>
    );
    return visit.html(frame(visit, { title, current: '/administration', errors: errorCount(visit), body }));
  },
  actions: {
    request: { command: requestRoleChange, done: () => '/administration/roles?done=role-requested' },
  },
};

function RoleForm({ visit, role }: { visit: Visit; role: RoleView | undefined }) {
  const { say, key } = visit;
  const ask = { visit, form: 'request' };
  const reaches = (['unit', 'unit-tree', 'body'] as const).map((value) => ({ value, label: say(`people.reach.${value}`) }));
  return (
    <Form action="/administration/roles/edit/request" formKey={key}>
      {role ? (
        <input type="hidden" name="role" value={role.code} />
      ) : (
        <Question {...ask} name="role" label={say('people.roles.code')} hint={say('people.roles.code-hint')} short required />
      )}
      <Question {...ask} name="name" label={say('people.roles.name')} value={role?.name} required />
      <Question
        {...ask}
        type="radios"
        name="reach"
        label={say('people.roles.reach')}
        options={reaches}
        value={role?.reach ?? 'unit'}
      />
      <Question
        {...ask}
        type="checkbox"
        name="transferable"
        label={say('people.roles.transferable')}
        checked={role?.transferable ?? true}
      />
      <PermissionTicks visit={visit} chosen={ticked(visit, 'request', 'permissions') ?? role?.permissions ?? []} />
      <Buttons>
        <Button look="main">{say('people.roles.request')}</Button>
        <LinkButton look="quiet" href="/administration/roles">
          {say('people.cancel')}
        </LinkButton>
      </Buttons>
    </Form>
  );
}

function PermissionTicks({ visit: { say, modules }, chosen }: { visit: Visit; chosen: readonly string[] }) {
  return (
    <fieldset class="field" id="request-permissions">
      <legend>{say('people.roles.permissions')}</legend>
      {sentences(modules).map(([permission, sentence]) => (
        <Field
          type="checkbox"
          name="permissions"
          id={`permission-${permission}`}
          value={permission}
          label={say(sentence)}
          checked={chosen.includes(permission)}
        />
      ))}
    </fieldset>
  );
}
