// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal as No } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, Form, LinkButton, PageHead, Part, Refusal } from '../../../ui/index.ts';
import { personNames } from '../../people/index.ts';
import { endEditing, openEditing, secretOf } from '../commands/open-editing.ts';
import { actingIn } from '../queries/acting.ts';
import { type DocumentView, findDocumentView } from '../queries/document-view.ts';
import { type EditingView, findEditing, findOwnAddress, type OwnSession } from '../queries/editing.ts';
import { mayEditInOffice, officeProgram } from '../rules/editing.ts';
import { EditState } from './edit-state.tsx';
import { showMoment } from './words.ts';

/** Im Büroprogramm bearbeiten: the links that open the document there, and how it goes on from there. */
export const editPage: Page = {
  path: '/documents/:document/edit',
  permission: 'records.write',
  async show(visit) {
    const { say, caller } = visit;
    const found = await visit.read(async (tx) => {
      const view = await findDocumentView(tx, visit.param('document'));
      if (!view) return undefined;
      const editing = await findEditing(tx, view.id);
      const own = await findOwnAddress(tx, { document: view.id, represented: caller.onBehalfOf ?? null });
      const no =
        mayEditInOffice(view, nameOf(view)) ?? (await actingIn(tx, caller, { file: view.file, permission: 'records.write' }));
      return {
        view,
        editing,
        own,
        no,
        names: await personNames(
          tx,
          editing.locks.map(({ holder }) => holder),
        ),
      };
    });
    if (!found) return visit.notFound();
    const { view, editing, own, no, names } = found;
    const title = say('records.editing.title');
    const body = (
      <>
        <PageHead title={title} lead={view.title} crumbs={[{ label: view.title, href: `/documents/${view.id}` }]} />
        <EditState visit={visit} document={view.id} editing={editing} names={names} writable={view.writable} />
        {no ? <Refusal reason={say(no.reason, no.details)} /> : <Ways visit={visit} view={view} own={own} editing={editing} />}
      </>
    );
    return visit.html(frame(visit, { title: `${title}: ${view.title}`, current: '/files', body }));
  },
};

function nameOf(view: DocumentView): string {
  return view.all[0]?.fileName ?? '';
}

interface WaysProps {
  readonly visit: Visit;
  readonly view: DocumentView;
  readonly own: OwnSession | undefined;
  readonly editing: EditingView;
}

function Ways({ visit, view, own }: WaysProps) {
  const { say, key } = visit;
  if (!own) {
    return (
      <Part id="open" title={say('records.editing.begin')}>
        <p>{say('records.editing.begin-means')}</p>
        <Form action={`/documents/${view.id}/edit/open`} look="buttons" formKey={key}>
          <Button look="main">{say('records.editing.open')}</Button>
        </Form>
      </Part>
    );
  }
  const address = addressOf(visit, own);
  return (
    <>
      <Links visit={visit} address={address} fileName={own.fileName} />
      <Part id="address" title={say('records.editing.address')}>
        <p id="address-hint">{say('records.editing.address-hint')}</p>
        <p>
          <code class="secret-address">{address}</code>
        </p>
      </Part>
      <Part id="end" title={say('records.editing.end')}>
        <p>{say('records.editing.end-means', { until: showMoment(own.endsAt) })}</p>
        <Form action={`/documents/${view.id}/edit/end`} look="buttons" formKey={key}>
          <Button>{say('records.editing.end')}</Button>
        </Form>
      </Part>
    </>
  );
}

/** The links that office programs have made their own; a browser asks before it follows them. */
function Links({ visit: { say }, address, fileName }: { visit: Visit; address: string; fileName: string }) {
  const program = officeProgram(fileName);
  return (
    <Part id="programs" title={say('records.editing.programs')}>
      <p>{say('records.editing.saving')}</p>
      <p>{say('records.editing.programs-hint')}</p>
      <Buttons>
        <LinkButton look="main" href={`vnd.libreoffice.command:ofe|u|${address}`}>
          {say('records.editing.in-libreoffice')}
        </LinkButton>
        {program === undefined || program === 'none' ? null : (
          <LinkButton href={`ms-${program}:ofe|u|${address}`}>{say(`records.editing.in-${program}`)}</LinkButton>
        )}
      </Buttons>
    </Part>
  );
}

/** The document's address for programs, with its secret. */
function addressOf({ runtime, context }: Visit, own: OwnSession): string {
  const origin = runtime.config.publicUrl ?? new URL(context.req.url).origin;
  return `${origin.replace(/\/$/, '')}/dav/${secretOf(runtime, own)}/${encodeURIComponent(own.fileName)}`;
}

const nothing = z.strictObject({});

/** A secret address is technical state, as a session is: it becomes an act when something is saved. */
export const openEditingEndpoint: Endpoint = {
  method: 'POST',
  path: '/documents/:document/edit/open',
  permission: 'records.write',
  summary: 'Open a document in the office suite: gives it a secret, short-lived address for the caller alone',
  input: nothing,
  async handle(visit) {
    const { runtime, caller, context } = visit;
    const document = visit.param('document');
    const view = await visit.read((tx) => findDocumentView(tx, document));
    if (!view) return visit.notFound();
    const opened = await openEditing({ runtime, caller }, { document, fileName: nameOf(view) });
    return opened instanceof No ? visit.refuse(opened) : context.redirect(`/documents/${document}/edit`, 303);
  },
};

/** The address is good for nothing from now on. */
export const endEditingEndpoint: Endpoint = {
  method: 'POST',
  path: '/documents/:document/edit/end',
  permission: 'records.write',
  summary: 'End editing: the secret address, its locks and its work folder are gone',
  input: nothing,
  async handle(visit) {
    const { runtime, caller, context } = visit;
    const document = visit.param('document');
    const view = await visit.read((tx) => findDocumentView(tx, document));
    if (!view) return visit.notFound();
    await endEditing({ runtime, caller }, document);
    return context.redirect(`/documents/${document}`, 303);
  },
};
