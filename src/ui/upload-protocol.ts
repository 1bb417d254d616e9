// SPDX-License-Identifier: EUPL-1.2
// The resumable way of a file into the house. POST {url} with the file's data and an Idempotency-Key answers {id, offset, chunkSize};
// PATCH {url}/{id} with Upload-Offset sends a piece and answers {offset} or, with the last one, {done, location}; HEAD {url}/{id}
// tells in Upload-Offset where to go on. The same key begins the same upload, also after a lost answer or a closed window.

/** A file as the protocol needs it; the browser's `File` is one. */
export type UploadSource = { name: string; size: number; lastModified: number; slice(start: number, end: number): Blob };

export type UploadTask = {
  url: string;
  file: UploadSource;
  key: string;
  values: Readonly<Record<string, string>>;
  signal: AbortSignal;
};

/** The world outside; replaced in tests. `wait` may end early, for example when the network is back. */
export type UploadWorld = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

export type UploadHooks = { progress: (offset: number) => void; broken: (seconds: number) => void };

/** How it ended: arrived; refused for good with the server's words; signed out; stopped by the person; given up after many tries. */
export type UploadResult =
  | { kind: 'done'; location: string | undefined; note?: string | undefined }
  | { kind: 'refused'; text: string }
  | { kind: 'session' }
  | { kind: 'stopped' }
  | { kind: 'failed' };

type Answer = {
  id?: string;
  offset?: number;
  chunkSize?: number;
  done?: boolean;
  location?: string;
  note?: string;
  message?: string;
};
type Step = { kind: 'go'; offset: number } | { kind: 'ask' } | { kind: 'begin' } | { kind: 'end'; result: UploadResult };
/** Pieces shrink when the line breaks and grow again when it holds: a slow line must be able to carry one within the time of a call. */
type Session = { id: string; piece: number; most: number };

/** Tries in a row without a single byte arriving; with the pauses below about five minutes. */
const mostTries = 14;
const mostCircles = 60;
const longestPause = 30_000;
const smallestPiece = 65_536;
/** A piece may take long on a slow line; no call hangs for ever. */
const callTimeout = 120_000;

/** Pause before the next try: 1, 2, 4 … 30 s, a little apart so that not all come back at once. */
export function pauseBefore(attempt: number, chance: number): number {
  return Math.min(longestPause, 1000 * 2 ** (attempt - 1)) * (0.75 + chance / 2);
}

async function readAnswer(response: Response): Promise<Answer> {
  const data: unknown = await response.json().catch(() => ({}));
  return typeof data === 'object' && data !== null ? (data as Answer) : {};
}

const temporary = (status: number) => status >= 500 || status === 408 || status === 425 || status === 429;

/** What an answer means that is not a success; a temporary one is thrown and tried again. */
async function refused(response: Response): Promise<Step> {
  if (temporary(response.status)) throw new Error(`temporary ${response.status}`);
  if (response.status === 401) return { kind: 'end', result: { kind: 'session' } };
  const { message } = await readAnswer(response);
  return { kind: 'end', result: { kind: 'refused', text: message ?? String(response.status) } };
}

function afterAnswer(answer: Answer, fallback: number): Step {
  if (answer.done)
    return {
      kind: 'end',
      result: { kind: 'done', location: answer.location, ...(answer.note === undefined ? {} : { note: answer.note }) },
    };
  return { kind: 'go', offset: answer.offset ?? fallback };
}

type Run = { task: UploadTask; world: UploadWorld; session: Session | undefined };

function call({ task, world }: Run, address: string, init: RequestInit): Promise<Response> {
  return world.fetch(address, { ...init, signal: AbortSignal.any([task.signal, AbortSignal.timeout(callTimeout)]) });
}

const addressOf = (run: Run, { id }: Session) => `${run.task.url}/${encodeURIComponent(id)}`;

async function begin(run: Run): Promise<Step> {
  const { file, values, url, key } = run.task;
  const body = JSON.stringify({ ...values, name: file.name, size: file.size, lastModified: file.lastModified });
  const response = await call(run, url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  });
  if (!response.ok) return refused(response);
  const answer = await readAnswer(response);
  const most = Math.max(1, answer.chunkSize ?? 1_000_000);
  if (answer.id !== undefined) run.session = { id: answer.id, piece: most, most };
  else if (!answer.done) throw new Error('no id');
  return afterAnswer(answer, 0);
}

async function ask(run: Run, session: Session): Promise<Step> {
  const response = await call(run, addressOf(run, session), { method: 'HEAD' });
  if (response.status === 404 || response.status === 410) return { kind: 'begin' };
  if (!response.ok) return refused(response);
  const offset = Number(response.headers.get('upload-offset'));
  // All is there but the last answer was lost: beginning again with the same key tells where it lies.
  return offset >= run.task.file.size ? { kind: 'begin' } : { kind: 'go', offset };
}

async function send(run: Run, session: Session, offset: number): Promise<Step> {
  const { file } = run.task;
  const body = file.slice(offset, Math.min(file.size, offset + session.piece));
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
  const response = await call(run, addressOf(run, session), { method: 'PATCH', body, headers });
  if (response.status === 409) return { kind: 'ask' };
  if (response.status === 404 || response.status === 410) return { kind: 'begin' };
  if (!response.ok) return refused(response);
  session.piece = Math.min(session.most, session.piece * 2);
  return afterAnswer(await readAnswer(response), offset + body.size);
}

function next(run: Run, step: Exclude<Step, { kind: 'end' }>): Promise<Step> {
  if (step.kind === 'begin' || !run.session) return begin(run);
  return step.kind === 'ask' ? ask(run, run.session) : send(run, run.session, step.offset);
}

/** Tries that brought no byte further, counted apart: broken calls, and answers that lead in a circle. */
type Count = { furthest: number; broken: number; circles: number };

async function advance(
  run: Run,
  { step, count, hooks }: { step: Exclude<Step, { kind: 'end' }>; count: Count; hooks: UploadHooks },
): Promise<Step> {
  const now = await next(run, step);
  if (now.kind === 'end') return now;
  if (now.kind === 'go') hooks.progress(now.offset);
  if (now.kind === 'go' && now.offset > count.furthest) {
    Object.assign(count, { furthest: now.offset, broken: 0, circles: 0 });
    return now;
  }
  count.circles += 1;
  return count.circles > mostCircles ? { kind: 'end', result: { kind: 'failed' } } : now;
}

async function recover(run: Run, count: Count, hooks: UploadHooks): Promise<Step> {
  const { signal } = run.task;
  if (signal.aborted) return { kind: 'end', result: { kind: 'stopped' } };
  count.broken += 1;
  if (count.broken > mostTries) return { kind: 'end', result: { kind: 'failed' } };
  const pause = pauseBefore(count.broken, Math.random());
  hooks.broken(Math.round(pause / 1000));
  if (run.session) run.session.piece = Math.max(Math.min(run.session.most, smallestPiece), run.session.piece >> 1);
  await run.world.wait(pause, signal);
  if (signal.aborted) return { kind: 'end', result: { kind: 'stopped' } };
  return run.session ? { kind: 'ask' } : { kind: 'begin' };
}

/** Sends one file; goes on by itself through broken lines, restarts of the server and lost answers. */
export async function uploadFile(task: UploadTask, hooks: UploadHooks, world: UploadWorld): Promise<UploadResult> {
  const run: Run = { task, world, session: undefined };
  const count: Count = { furthest: -1, broken: 0, circles: 0 };
  let step: Step = { kind: 'begin' };
  while (step.kind !== 'end') step = await advance(run, { step, count, hooks }).catch(() => recover(run, count, hooks));
  return step.result;
}
