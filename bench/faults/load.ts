// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { planUnits, units } from '../../test/town.ts';
import { type Answer, type Call, type Client, hashOf, insist, isPassing, send } from './client.ts';
import type { Kind, Ledger } from './ledger.ts';
import { until } from './processes.ts';

/** Where the clients find the application; it moves when the application is started anew. */
export interface Target {
  readonly url: string;
  readonly probeUrl: string;
}

/** What is done, by how many at once. */
export interface LoadOptions {
  readonly target: () => Target;
  readonly cookie: string;
  readonly ledger: Ledger;
  readonly writers: number;
  /** Each writer does these in turn. */
  readonly plan: readonly Kind[];
  readonly keyed?: boolean;
  readonly patience?: number;
  /** Stop after so many acts; by default they go on until `stop`. */
  readonly acts?: number;
}

/** Clerks at work. */
export interface Load {
  /** Resolves after so many more acts; rejects when a minute passes without one. */
  more(acts: number): Promise<void>;
  /** Lets everybody finish the act in hand. */
  stop(): Promise<void>;
  /** Resolves when `acts` are done. */
  readonly done: Promise<void>;
}

interface Writer extends LoadOptions {
  readonly client: Client;
  file: string | undefined;
  case: string | undefined;
}

const defaultPatience = 1_000;
const finishPatience = 30_000;
const stallPatience = 60_000;

/** Sets writers to work. Each opens a file of its own first, so that they get into each other's way only where numbers are drawn. */
export function startLoad(options: LoadOptions): Load {
  let stopAt = Number.POSITIVE_INFINITY;
  let left = options.acts ?? Number.POSITIVE_INFINITY;
  const stopping = () => Number.isFinite(stopAt);
  const client: Client = {
    cookie: options.cookie,
    patience: options.patience ?? defaultPatience,
    keyed: options.keyed ?? true,
    wanted: () => performance.now() < stopAt,
    onRetry: () => {
      options.ledger.retries += 1;
    },
  };
  const work = async () => {
    const writer: Writer = { ...options, client, file: undefined, case: undefined };
    for (let turn = 0; !stopping() && left > 0; turn += 1) {
      left -= 1;
      await act(writer, missing(writer) ?? options.plan[turn % options.plan.length]!);
    }
  };
  const done = Promise.all(Array.from({ length: options.writers }, work)).then(() => {});
  return {
    done,
    async more(acts) {
      const wanted = options.ledger.acknowledged.length + acts;
      const came = await until(() => options.ledger.acknowledged.length >= wanted, stallPatience, 5);
      if (!came) throw new Error('nothing is acknowledged any more');
    },
    async stop() {
      stopAt = performance.now() + finishPatience;
      await done;
    },
  };
}

/** A case needs a file, a document needs a case. */
function missing({ file, case: into, plan }: Writer): Kind | undefined {
  if (file === undefined && plan.some((kind) => kind !== 'booking')) return 'file';
  return into === undefined && plan.includes('document') ? 'case' : undefined;
}

async function act(writer: Writer, kind: Kind): Promise<void> {
  const { ledger } = writer;
  const text = `${kind} ${randomUUID()}`;
  const bytes = contentFor(text);
  const mark = kind === 'document' ? hashOf(bytes) : text;
  ledger.asked.set(mark, kind);
  const outcome = kind === 'document' ? await upload(writer, text, bytes) : await order(writer, kind, text);
  if (outcome?.object === undefined) {
    ledger.unanswered.push(`${kind}: ${outcome?.why ?? 'no answer'}`);
    await sleep(100); // a refusal comes fast: do not fill the memory with them
    return;
  }
  if (kind === 'file') writer.file = outcome.object.slice('file:'.length);
  if (kind === 'case') writer.case = outcome.object.slice('case:'.length);
  ledger.acknowledge({ mark, kind, object: outcome.object }, outcome.begun);
}

const contentBytes = 20_000;

/** Of no type that could be read: the chain up to the job is the matter here, not the reading of letters, which takes a second each. */
function contentFor(text: string): Buffer {
  return Buffer.concat([Buffer.from([0, 0xfe, 0, 0xfe]), Buffer.from(text), randomBytes(contentBytes)]);
}

interface Outcome {
  readonly object?: string | undefined;
  readonly why?: string | undefined;
  /** When the successful try began. */
  readonly begun: number;
}

/** An act that one request does. */
function order(writer: Writer, kind: Kind, word: string): Promise<Outcome | undefined> {
  const { client, target } = writer;
  return insist(client, async (key) => {
    const begun = performance.now();
    const { url, probeUrl } = target();
    const call: Call = { ...callOf(writer, kind, word), headers: { 'idempotency-key': key } };
    const answer = await send(kind === 'booking' ? probeUrl : url, call, client);
    return outcomeOf(answer, begun, () => (answer.body['events'] as { object: string }[])[0]?.object);
  });
}

function callOf({ file }: Writer, kind: Kind, word: string): Call {
  if (kind === 'booking') return { path: '/faults/book', body: { word } };
  if (kind === 'case') return { path: `/files/${file}/new-case/open`, body: { subject: word } };
  return { path: '/files/new/open', body: { planUnit: planUnits.trade, leadUnit: units.trade, subject: word } };
}

/** An upload as the page does it: announce, send the pieces from where it stands, until it has become a document. */
function upload({ client, target, case: into }: Writer, name: string, bytes: Buffer): Promise<Outcome | undefined> {
  return insist(client, async (key) => {
    const begun = performance.now();
    const { url } = target();
    const path = `/cases/${into}/uploads`;
    const announced = await send(
      url,
      { path, body: { name: `${name}.dat`, size: bytes.length }, headers: { 'idempotency-key': key } },
      client,
    );
    if (announced.status !== 200 || announced.body['done']) return outcomeOf(announced, begun, documentIn);
    const offset = Number(announced.body['offset']);
    const rest = bytes.subarray(offset);
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const sent = await send(url, { method: 'PATCH', path: `${path}/${announced.body['id']}`, body: rest, headers: type }, client);
    return outcomeOf(sent, begun, documentIn);
  });
}

function documentIn({ body }: Answer): string | undefined {
  return body['done'] ? `document:${String(body['location']).slice('/documents/'.length)}` : undefined;
}

function outcomeOf(answer: Answer, begun: number, object: (answer: Answer) => string | undefined): Outcome | undefined {
  if (isPassing(answer)) return undefined;
  if (answer.status !== 200) return { why: `${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`, begun };
  const made = object(answer);
  return made === undefined ? undefined : { object: made, begun };
}
