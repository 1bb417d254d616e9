// SPDX-License-Identifier: EUPL-1.2
// A module as small as can be, with everything a module has: a weighty act by a page, what follows by reaction, and by a job.
// Its tables forbid nothing twice: what keeps acts single must be the kernel.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Caller, type Command, execute } from '../../src/kernel/command.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Job } from '../../src/kernel/job.ts';
import type { Module } from '../../src/kernel/module.ts';
import type { Page } from '../../src/kernel/page.ts';
import type { Reaction } from '../../src/kernel/reaction.ts';
import { Refusal } from '../../src/kernel/refusal.ts';

const bookInput = z.strictObject({ word: z.string().min(1).max(200) });
const confirmInput = z.strictObject({ booking: z.uuid() });

/** A weighty act: acknowledged when its entry stands in the signed tree. Its confirmation is queued in the same transaction. */
export const book: Command<z.infer<typeof bookInput>> = {
  name: 'faults.book',
  permission: 'anyone',
  weighty: true,
  input: bookInput,
  async decide({ input: { word }, tx, runtime }) {
    const id = newId();
    await runtime.jobs.enqueue(tx, confirmBooking, { booking: id }, { key: `confirm:${id}` });
    return [{ type: 'faults.booked', object: `booking:${id}`, facts: { word } }];
  },
  async apply(tx, { object, facts }) {
    await tx.query('insert into faults.booking (id, word) values ($1, $2)', [object.slice('booking:'.length), facts['word']]);
  },
};

const confirm: Command<z.infer<typeof confirmInput>> = {
  name: 'faults.confirm',
  permission: 'anyone',
  input: confirmInput,
  async decide({ input: { booking } }) {
    return [{ type: 'faults.confirmed', object: `confirmation:${newId()}`, facts: { booking } }];
  },
  async apply(tx, { object, facts }) {
    await tx.query('insert into faults.confirmation (id, booking) values ($1, $2)', [
      object.slice('confirmation:'.length),
      facts['booking'],
    ]);
  },
};

const background: Caller = { person: null, system: 'faults.confirm-booking', permissions: new Set() };

/** The job that a booking queues. */
export const confirmBooking: Job<z.infer<typeof confirmInput>> = {
  name: 'faults.confirm-booking',
  payload: confirmInput,
  async run({ runtime, payload, key }) {
    const outcome = await execute(runtime, confirm, payload, background, { key });
    if (outcome instanceof Refusal) throw new Error(outcome.reason);
  },
};

/** The last link of the chain upload, content, row, entry, reaction, job. */
export const whenDocumentIsRegisteredBookIt: Reaction = {
  name: 'faults.when-document-is-registered-book-it',
  on: ['records.document-registered'],
  async react({ entry, act }) {
    await act(book, { word: entry.object });
  },
};

/** Mutant: the same reaction without the key that makes "at least once" to "once". */
export const carelessReaction: Reaction = {
  ...whenDocumentIsRegisteredBookIt,
  async react({ runtime, entry }) {
    const caller: Caller = { person: null, system: 'faults.careless', permissions: new Set() };
    await execute(runtime, book, { word: entry.object }, caller, { key: randomUUID() });
  },
};

const page: Page = {
  path: '/faults',
  permission: 'signed-in',
  show: (visit) => visit.notFound(),
  actions: { book: { command: book, done: () => '/faults' } },
};

/** The module's card. */
export const probe: Module = {
  name: 'faults',
  dependsOn: ['records'],
  sql: new URL('sql/', import.meta.url),
  permissions: {},
  pages: [page],
  endpoints: [],
  commands: [book, confirm],
  reactions: [whenDocumentIsRegisteredBookIt],
  jobs: [confirmBooking],
  texts: { de: {}, en: {} },
};
