// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import type { Caller } from '../src/kernel/command.ts';
import { newId } from '../src/kernel/id.ts';
import { openCase } from '../src/modules/records/commands/open-case.ts';
import { openEditing, secretOf } from '../src/modules/records/commands/open-editing.ts';
import { openFile } from '../src/modules/records/commands/open-file.ts';
import { receiveWhole } from '../src/modules/records/commands/receive-upload.ts';
import { act, madeBy } from './act.ts';
import { callerAs, persons, planUnits, settleTown, units } from './town.ts';
import type { World } from './world.ts';

/** A letter in the clerk's file. */
export interface Letter {
  readonly file: string;
  readonly case: string;
  readonly document: string;
}

/** Settles the town and puts a draft letter into a case of the trade office. */
export async function draftLetter(world: World, name = 'Bescheid.txt', text: Uint8Array | string = 'Fassung 1'): Promise<Letter> {
  await settleTown(world);
  const clerk = callerAs(persons.clerk);
  const opened = await act(world, openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Gaststätte' }, clerk);
  const file = (opened as Exclude<typeof opened, string>).events[0]?.file ?? assert.fail(String(opened));
  const caseId = madeBy(await act(world, openCase, { file, subject: 'Erlaubnis' }, clerk));
  return { file, case: caseId, document: await addDocument(world, caseId, { name, text }) };
}

/** Puts a document into a case, in the clerk's name. */
export async function addDocument(
  world: World,
  caseId: string,
  { name, text }: { name: string; text: Uint8Array | string },
): Promise<string> {
  const receiving = { runtime: world.runtime, caller: callerAs(persons.clerk) };
  const source = new Blob([text as Uint8Array<ArrayBuffer>]).stream();
  const received = await receiveWhole(receiving, { case: caseId, name, key: newId(), source, direction: 'out' });
  assert.ok('document' in received && received.document, JSON.stringify(received));
  return received.document;
}

/** An office program that was opened by a link: it knows an address and nothing else. */
export interface Program {
  readonly secret: string;
  /** Path of the work folder, and of the document in it. */
  readonly folder: string;
  readonly address: string;
  ask(method: string, name: string, init?: { headers?: Record<string, string>; body?: string | Uint8Array }): Promise<Response>;
  /** Locks the document and answers with the token. */
  lock(): Promise<string>;
  save(text: string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
}

/** Opens a document in somebody's office program. */
export async function openProgram(
  world: World,
  letter: Pick<Letter, 'document'> & { readonly fileName?: string },
  caller: Caller = callerAs(persons.clerk),
): Promise<Program> {
  const fileName = letter.fileName ?? 'Bescheid.txt';
  const session = await openEditing({ runtime: world.runtime, caller }, { document: letter.document, fileName });
  assert.ok('keyId' in session, JSON.stringify(session));
  return programAt(world, secretOf(world.runtime, session), fileName);
}

/** A program that has somehow come by a secret. */
export function programAt(world: World, secret: string, fileName = 'Bescheid.txt'): Program {
  const folder = `/dav/${secret}`;
  const ask: Program['ask'] = async (method, name, { headers = {}, body } = {}) =>
    world.app.request(`${folder}/${name}`, { method, headers, ...(body === undefined ? {} : { body: body as string }) });
  const name = encodeURIComponent(fileName);
  return {
    secret,
    folder,
    address: `${folder}/${name}`,
    ask,
    async lock() {
      const info =
        '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype><owner>Büro</owner></lockinfo>';
      const answer = await ask('LOCK', name, { body: info, headers: { timeout: 'Second-600' } });
      assert.equal(answer.status, 200, await answer.text());
      return (answer.headers.get('lock-token') ?? '').slice(1, -1);
    },
    save: (text, headers = {}) => ask('PUT', name, { body: text, headers }),
  };
}
