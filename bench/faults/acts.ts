// SPDX-License-Identifier: EUPL-1.2
// One act of each kind, over HTTP, ready to be done: what they need is there already.
import { functionOf, persons, planUnits, units } from '../../test/town.ts';
import type { Answer } from './client.ts';
import type { Ask, Serve } from './here.ts';
import type { Stage } from './stage.ts';

/** An act that can be asked for again and again, always with the same key. */
export interface PreparedAct {
  readonly what: string;
  ask(serve: Serve): Promise<Answer>;
}

/** Cookies of those who act. */
export interface Actors {
  readonly clerk: string;
  readonly head: string;
  readonly administrator: string;
}

/** Sets up a file with documents and prepares the acts. */
export async function prepareActs(stage: Stage, serve: Serve, actors: Actors): Promise<PreparedAct[]> {
  const { clerk } = actors;
  const opened = { planUnit: planUnits.trade, leadUnit: units.trade, subject: 'Ausgangslage' };
  const file = objectOf(await serve({ path: '/files/new/open', body: opened, cookie: clerk }));
  const into = objectOf(await serve({ path: `/files/${file}/new-case/open`, body: { subject: 'Ausgangslage' }, cookie: clerk }));
  const [draft, wrong] = [await register(serve, into, clerk, 'Entwurf'), await register(serve, into, clerk, 'Versehen')];
  await stage.sql("update records.documents set direction = 'internal', state = 'draft' where id = $1", [draft]);
  return [...actsOnRecords({ file, into, draft, wrong }, actors), ...actsOnPeople(actors)];
}

function objectOf({ status, body }: Answer): string {
  const [first] = (body['events'] as { object: string }[] | undefined) ?? [];
  if (!first) throw new Error(`the ground could not be prepared: ${status} ${JSON.stringify(body)}`);
  return first.object.split(':')[1]!;
}

async function register(serve: Serve, into: string, cookie: string, name: string): Promise<string> {
  const answer = await upload(serve, { into, cookie, name, key: `prepare-${name}-0123456789` });
  return String(answer.body['location']).slice('/documents/'.length);
}

/** Announce and send: the second request is the act. */
async function upload(
  serve: Serve,
  { into, cookie, name, key }: { into: string; cookie: string; name: string; key: string },
): Promise<Answer> {
  const bytes = Buffer.concat([Buffer.from([0, 0xfe, 0, 0xfe]), Buffer.from(name)]);
  const path = `/cases/${into}/uploads`;
  const announced = await serve({ path, body: { name: `${name}.dat`, size: bytes.length }, cookie, key });
  if (announced.status !== 200 || announced.body['done']) return announced;
  const offset = Number(announced.body['offset']);
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  return serve({ method: 'PATCH', path: `${path}/${announced.body['id']}`, body: bytes.subarray(offset), cookie, headers });
}

interface Ground {
  readonly file: string;
  readonly into: string;
  readonly draft: string;
  readonly wrong: string;
}

function actsOnRecords({ file, into, draft, wrong }: Ground, { clerk, head }: Actors): PreparedAct[] {
  const subject = 'Eine Handlung';
  return [
    act('Akte anlegen', {
      path: '/files/new/open',
      body: { planUnit: planUnits.trade, leadUnit: units.trade, subject },
      cookie: clerk,
    }),
    act('Vorgang eröffnen', { path: `/files/${file}/new-case/open`, body: { subject }, cookie: clerk }),
    {
      what: 'Dokument hochladen',
      ask: (serve) => upload(serve, { into, cookie: clerk, name: subject, key: 'act-upload-0123456789' }),
    },
    act('Schlusszeichnen', { path: `/documents/${draft}/sign-off`, body: { versionRead: 1 }, cookie: head }),
    act('Zurückziehen', { path: `/documents/${wrong}/withdraw`, body: { reason: 'Falscher Vorgang' }, cookie: clerk }),
    act('Gewichtige Handlung', { path: '/faults/book', body: { word: subject }, cookie: clerk }),
  ];
}

function actsOnPeople({ clerk, head, administrator }: Actors): PreparedAct[] {
  const name = { givenName: 'Neue', familyName: 'Person', email: 'neue.person@waldbrueck.example' };
  const bias = {
    subject: planUnits.inns,
    label: 'Akte',
    ground: 'relative',
    reason: 'Der Antragsteller ist mein Bruder, § 20 VwVfG.',
  };
  const window = { from: '2031-01-01', to: '2031-01-31' };
  return [
    act('Einheit einrichten', {
      path: '/organisation/create',
      body: { code: '99', name: 'Neues Amt', parent: units.town },
      cookie: administrator,
    }),
    act('Person anlegen', { path: '/administration/persons/new/add', body: name, cookie: administrator }),
    act('Sprache wählen', { path: '/me/choose-language', body: { locale: 'en' }, cookie: clerk }),
    act('Vertretung bestellen', {
      path: '/substitutions/appoint',
      body: { deputy: persons.head, functions: [functionOf(0)], ...window },
      cookie: clerk,
    }),
    act('Wegen Befangenheit ausschließen', { path: '/exclusions/new/exclude', body: bias, cookie: head }),
  ];
}

function act(what: string, ask: Ask): PreparedAct {
  const key = `act-${what}-0123456789`.replaceAll(/[^\x21-\x7e]/g, '-');
  return { what, ask: (serve) => serve({ ...ask, key }) };
}
