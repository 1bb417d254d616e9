// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { wantsJson } from '../../../kernel/request.ts';
import { answerJson } from '../../../kernel/router.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  ErrorSummary,
  Field,
  Form,
  FormKey,
  PageHead,
  Part,
  readDateInput,
  Refusal as No,
} from '../../../ui/index.ts';
import { type UnitView, unitOptions } from '../../people/index.ts';
import { receiveContent } from '../commands/receive-content.ts';
import { receiveFiles } from '../commands/receive-files.ts';
import { registerPaper } from '../commands/register-paper.ts';
import { localDay } from '../rules/local-day.ts';
import { errorsOf, shownAgain, typed } from './words.ts';

/** Post aufnehmen: files, or a letter that stays on paper. */
export const receivePage: Page = {
  path: '/post/receive',
  permission: 'post.receive',
  async show(visit) {
    const { say, caller } = visit;
    const offices = await visit.read((tx) => unitOptions(tx, { permission: 'post.receive', represented: caller.onBehalfOf }));
    const errors = errorsOf(visit);
    const body = (
      <>
        <PageHead
          title={say('post.receive.title')}
          lead={say('post.receive.lead')}
          crumbs={[{ label: say('post.inbox.title'), href: '/post' }]}
        />
        <ErrorSummary errors={errors} />
        {offices.length === 0 ? <No reason={say('post.receive.no-office')} /> : <Forms visit={visit} offices={offices} />}
      </>
    );
    return visit.html(frame(visit, { title: say('post.receive.title'), current: '/post', errors: errors.length, body }));
  },
  actions: {
    paper: {
      command: registerPaper,
      input: (_, raw) => ({ ...raw, receivedOn: isoDay(raw['receivedOn']), datedOn: isoDay(raw['datedOn']) }),
      done: (_, done) => `/post/items/${done.events[0]?.object.slice('item:'.length)}`,
    },
  },
};

function isoDay(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const read = readDateInput(value);
  return read.kind === 'date' ? read.iso : value.trim();
}

function Forms({ visit, offices }: { visit: Visit; offices: readonly UnitView[] }) {
  const { say } = visit;
  const options = offices.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  const only = options.length === 1 ? options[0]?.value : undefined;
  return (
    <>
      <Part id="files" title={say('post.receive.files')}>
        {/* The office stands before the files: a form is read as it arrives. */}
        <form action="/post/receive" method="post" enctype="multipart/form-data" class="form" novalidate>
          <FormKey />
          <Field
            type="select"
            id="receive-office"
            name="office"
            label={say('post.receive.office')}
            options={options}
            value={typed(visit, 'receive', 'office') ?? only}
            empty={say('post.choose')}
            required
          />
          <div class="field">
            <label for="receive-files">{say('post.receive.choose')}</label>
            <p class="hint" id="receive-files-hint">
              {say('post.receive.hint')}
            </p>
            <input
              type="file"
              class="file-input"
              id="receive-files"
              name="files"
              multiple
              aria-describedby="receive-files-hint"
            />
          </div>
          <Buttons>
            <Button look="main">{say('post.receive.button')}</Button>
          </Buttons>
        </form>
      </Part>
      <Part id="paper-entry" title={say('post.paper.title')} gap>
        <p class="muted">{say('post.paper.lead')}</p>
        <Form action="/post/receive/paper" formKey={visit.key} draft="post-paper">
          <Field
            type="select"
            id="paper-office"
            name="office"
            label={say('post.receive.office')}
            options={options}
            value={typed(visit, 'paper', 'office') ?? only}
            empty={say('post.choose')}
            required
          />
          <Field
            id="paper-sender"
            name="sender"
            label={say('post.known.sender')}
            value={typed(visit, 'paper', 'sender')}
            maxlength={300}
            required
          />
          <Field
            id="paper-subject"
            name="subject"
            label={say('post.known.subject')}
            value={typed(visit, 'paper', 'subject')}
            maxlength={300}
            required
          />
          <Field
            type="date"
            id="paper-received"
            name="receivedOn"
            label={say('post.known.received')}
            value={typed(visit, 'paper', 'receivedOn') ?? localDay(visit.runtime.clock.now())}
          />
          <Field
            type="date"
            id="paper-dated"
            name="datedOn"
            label={say('post.known.dated')}
            value={typed(visit, 'paper', 'datedOn') ?? ''}
          />
          <Field
            id="paper-foreign"
            name="foreignReference"
            label={say('post.known.foreign')}
            value={typed(visit, 'paper', 'foreignReference')}
            maxlength={120}
          />
          <Field
            id="paper-place"
            name="place"
            label={say('post.known.place')}
            value={typed(visit, 'paper', 'place')}
            maxlength={200}
          />
          <Buttons>
            <Button>{say('post.paper.button')}</Button>
          </Buttons>
        </Form>
      </Part>
    </>
  );
}

/** Takes files by form or by program: `multipart/form-data` with `office` before the files. */
export const receiveEndpoint: Endpoint = {
  method: 'POST',
  path: '/post/receive',
  permission: 'post.receive',
  summary: 'Take files into the inbox of an office (field `office` first); the same delivery twice is one piece of post',
  stream: 'content and message id: the same delivery to the same office becomes one piece of post, however often it is sent',
  async handle(visit) {
    const { runtime, caller, context } = visit;
    const outcome = await receiveFiles({ runtime, caller }, { headers: context.req.raw.headers, body: context.req.raw.body });
    if (outcome instanceof Refusal) return shownAgain(visit, receivePage, { refusal: outcome, form: 'receive', entered: {} });
    if (wantsJson(context)) return context.json({ items: outcome });
    const [only] = outcome;
    return context.redirect(outcome.length === 1 && only?.item ? `/post/items/${only.item}` : '/post', 303);
  },
};

const message = z.strictObject({
  office: z.uuid(),
  sender: z.string().trim().min(2).max(200),
  senderAddress: z.string().trim().max(200).default(''),
  subject: z.string().trim().min(3).max(200),
  foreignReference: z.string().trim().max(120).default(''),
  /** Id that the other procedure gave it: sent again, it is the same message. */
  messageId: z.string().trim().min(8).max(200),
  text: z.string().min(1).max(500_000),
});

/** Takes a message of another procedure, e.g. an online form: text with its sender. */
export const messageEndpoint: Endpoint = {
  method: 'POST',
  path: '/post/messages',
  permission: 'post.receive',
  input: message,
  summary:
    'Put a message of another procedure into the inbox of an office; the same `messageId` with the same text is one piece of post',
  async handle(visit, raw) {
    const { text, ...words } = raw as z.infer<typeof message>;
    const source = new Blob([text]).stream();
    const name = `${words.subject.slice(0, 80)}.txt`;
    const bringing = { runtime: visit.runtime, caller: visit.caller };
    const outcome = await receiveContent(bringing, { ...words, channel: 'rest', name, source });
    return outcome instanceof Refusal ? answerJson(visit, outcome) : visit.context.json(outcome);
  },
};
