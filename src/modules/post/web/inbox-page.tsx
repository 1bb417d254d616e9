// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Action, Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { wantsJson } from '../../../kernel/request.ts';
import { Button, Form, Notice, readDateInput } from '../../../ui/index.ts';
import { caseCards } from '../../records/index.ts';
import { acceptItem } from '../commands/accept-item.ts';
import { describeItem } from '../commands/describe-item.ts';
import { fileAsNewCase, fileItem, findTyped, undoFiling } from '../commands/file-item.ts';
import { forwardItem } from '../commands/forward-item.ts';
import { quarantineItem } from '../commands/quarantine-item.ts';
import { refuseItem } from '../commands/refuse-item.ts';
import { releaseItem } from '../commands/release-item.ts';
import { reopenItem } from '../commands/reopen-item.ts';
import { returnItem } from '../commands/return-item.ts';
import { setItemAside } from '../commands/set-item-aside.ts';
import { takeItemBack } from '../commands/take-item-back.ts';
import { findItemView } from '../queries/item-view.ts';
import { findInbox, inboxPageOf } from './inbox.tsx';
import { shownAgain, subjectText } from './words.ts';

/** Posteingang: what lies there, the first piece in hand. */
export const inboxPage: Page = {
  path: '/post',
  permission: 'post.read',
  async show(visit) {
    return visit.html(inboxPageOf(visit, await findInbox(visit), { notice: await filedNotice(visit) }));
  },
};

const onItem = (command: Action['command'], after: 'next' | 'stay' = 'stay'): Action => ({
  command,
  input: (visit, raw) => ({ ...raw, item: visit.param('item') }),
  done: (visit) => (after === 'next' ? '/post' : `/post/items/${visit.param('item')}`),
});

/** One piece of post in hand. */
export const itemPage: Page = {
  path: '/post/items/:item',
  permission: 'post.read',
  async show(visit) {
    const inbox = await findInbox(visit, visit.param('item'));
    return inbox.item ? visit.html(inboxPageOf(visit, inbox)) : visit.notFound();
  },
  actions: {
    forward: onItem(forwardItem, 'next'),
    'take-back': onItem(takeItemBack),
    accept: onItem(acceptItem),
    return: onItem(returnItem, 'next'),
    'set-aside': onItem(setItemAside, 'next'),
    reopen: onItem(reopenItem),
    quarantine: onItem(quarantineItem, 'next'),
    release: onItem(releaseItem),
    refuse: onItem(refuseItem, 'next'),
    describe: {
      command: describeItem,
      input: (visit, raw) => ({ ...raw, item: visit.param('item'), datedOn: isoDay(raw['datedOn']) }),
      done: (visit) => `/post/items/${visit.param('item')}`,
    },
  },
};

/** A date as people type it, as the norm writes it; what is no date stays and is refused. */
function isoDay(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed;
  const read = readDateInput(typed);
  return read.kind === 'date' ? read.iso : typed.trim();
}

const lock = z.coerce.number().int().min(1).max(1_000_000);
const place = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(0).max(20).optional());
const filing = z.strictObject({ lock, case: z.uuid().optional(), reference: z.string().max(200).default(''), place });

/** Files an item into a case: by its id, or by its reference as people write it. */
export const fileEndpoint: Endpoint = {
  method: 'POST',
  path: '/post/items/:item/file',
  permission: 'post.handle',
  input: filing,
  summary: 'File a piece of post into a case, named by id or reference; sent again it goes on where it stopped',
  async handle(visit, raw) {
    const { case: named, reference, ...rest } = raw as z.infer<typeof filing>;
    const bringing = { runtime: visit.runtime, caller: visit.caller };
    if (!(await isThere(visit))) return visit.notFound();
    const caseId = named ?? (await findTyped(bringing, reference, 'case'));
    const done =
      caseId instanceof Refusal
        ? caseId
        : await fileItem(bringing, { item: visit.param('item'), lock: rest.lock, case: caseId, place: rest.place ?? null });
    return answer(visit, done, { form: 'file', entered: { reference }, to: `/post?filed=${visit.param('item')}` });
  },
};

const newCase = z.strictObject({ lock, reference: z.string().max(200).default(''), subject: z.string().max(300).default('') });

/** Opens a new case in a file for an item. */
export const newCaseEndpoint: Endpoint = {
  method: 'POST',
  path: '/post/items/:item/new-case',
  permission: 'post.handle',
  input: newCase,
  summary: 'Open a case in a file, named by its reference, and file a piece of post there',
  async handle(visit, raw) {
    const { reference, subject, ...seen } = raw as z.infer<typeof newCase>;
    const bringing = { runtime: visit.runtime, caller: visit.caller };
    if (!(await isThere(visit))) return visit.notFound();
    const file = await findTyped(bringing, reference, 'file');
    const done =
      file instanceof Refusal ? file : await fileAsNewCase(bringing, { ...seen, item: visit.param('item'), file, subject });
    return answer(visit, done, { form: 'new-case', entered: { reference, subject }, to: `/post?filed=${visit.param('item')}` });
  },
};

const seen = z.strictObject({ lock });

/** Takes a filing back. */
export const undoEndpoint: Endpoint = {
  method: 'POST',
  path: '/post/items/:item/undo',
  permission: 'post.handle',
  input: seen,
  summary: 'Take a filing back: the document is withdrawn, the piece of post lies in the inbox again',
  async handle(visit, raw) {
    const input = raw as z.infer<typeof seen>;
    if (!(await isThere(visit))) return visit.notFound();
    const done = await undoFiling({ runtime: visit.runtime, caller: visit.caller }, { ...input, item: visit.param('item') });
    return answer(visit, done, { form: 'undo', entered: {}, to: `/post/items/${visit.param('item')}` });
  },
};

/** Who does not see the item learns nothing about references either. */
async function isThere(visit: Visit): Promise<boolean> {
  return (await visit.read((tx) => findItemView(tx, visit.param('item')))) !== undefined;
}

function answer(
  visit: Visit,
  outcome: object | Refusal,
  { form, entered, to }: { form: string; entered: Record<string, unknown>; to: string },
): Promise<Response> | Response {
  if (outcome instanceof Refusal) return shownAgain(visit, itemPage, { refusal: outcome, form, entered });
  return wantsJson(visit.context) ? visit.context.json({ ...outcome, location: to }) : visit.context.redirect(to, 303);
}

/** „Abgelegt in …“, with the one key that takes it back. */
async function filedNotice(visit: Visit) {
  const { say } = visit;
  const id = visit.query('filed');
  if (id === undefined || !z.uuid().safeParse(id).success) return null;
  const found = await visit.read(async (tx) => {
    const item = await findItemView(tx, id);
    return item && { item, card: item.case === null ? undefined : (await caseCards(tx, [item.case])).get(item.case) };
  });
  if (found?.item.state !== 'assigned') return null;
  const { item, card } = found;
  return (
    <Notice tone="done" live>
      <p>
        {say('post.filed', { title: subjectText(say, item) })}{' '}
        {card ? <a href={`/cases/${card.id}`}>{`${card.reference} ${card.subject}`}</a> : null}
      </p>
      <Form action={`/post/items/${id}/undo`} look="buttons" values={{ lock: String(item.lock) }}>
        <Button small hotkey="u" icon="undo">
          {say('post.step.undone')}
        </Button>
      </Form>
    </Notice>
  );
}
