// SPDX-License-Identifier: EUPL-1.2
// Files by dropping, choosing or pasting: many at once, each with its own progress, going on where a broken line left off.
import { type UploadResult, type UploadWorld, uploadFile } from '../upload-protocol.ts';
import { later, liveLine, make, memory, t } from './dom.ts';
import { register } from './registry.ts';
import { type Row, type RowState, uploadRow } from './upload-row.ts';

type Job = { file: File; row: Row; state: RowState; offset: number; stop: AbortController | undefined };
type Zone = { host: HTMLElement; url: string; values: Record<string, string>; list: HTMLElement; jobs: Job[]; tell: () => void };

/** More at once only makes each slower. */
const atOnce = 3;
const busy = (job: Job) => job.stop !== undefined;

/** Waits, but not longer than until the network is back or the person stops it. */
const world: UploadWorld = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        removeEventListener('online', end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      addEventListener('online', end);
      signal.addEventListener('abort', end);
    }),
};

/** The same file to the same place keeps its key until it has arrived: so it goes on even after the window was closed. */
const memoryKey = (zone: Zone, { name, size, lastModified }: File) =>
  ['fachwerk.upload', zone.url, JSON.stringify(zone.values), name, size, lastModified].join('|');

function keyFor(zone: Zone, file: File): string {
  const known = memory.get(memoryKey(zone, file));
  if (known) return known;
  const fresh = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  memory.set(memoryKey(zone, file), fresh);
  return fresh;
}

function set(zone: Zone, job: Job, state: RowState): void {
  job.state = state;
  job.row.show(state);
  zone.tell();
}

function finish(zone: Zone, job: Job, result: UploadResult): void {
  job.stop = undefined;
  if (result.kind === 'stopped') {
    if (job.state.kind !== 'cancelled') set(zone, job, { kind: 'paused', offset: job.offset });
  } else set(zone, job, result);
  if (result.kind === 'done' || result.kind === 'refused') memory.remove(memoryKey(zone, job.file));
  if (result.kind === 'done') zone.host.querySelector<HTMLElement>('[data-after]')?.removeAttribute('hidden');
  pump(zone);
}

function start(zone: Zone, job: Job): void {
  const stop = new AbortController();
  job.stop = stop;
  const hooks = {
    progress: (offset: number) => {
      job.offset = offset;
      if (!stop.signal.aborted) set(zone, job, { kind: 'runs', offset });
    },
    broken: (seconds: number) => set(zone, job, { kind: 'broken', seconds }),
  };
  const task = { url: zone.url, file: job.file, key: keyFor(zone, job.file), values: zone.values, signal: stop.signal };
  void uploadFile(task, hooks, world).then((result) => finish(zone, job, result));
}

function pump(zone: Zone): void {
  for (const job of zone.jobs) {
    if (zone.jobs.filter(busy).length >= atOnce) return;
    if (job.state.kind === 'waits' && !busy(job)) start(zone, job);
  }
}

function add(zone: Zone, files: Iterable<File>): void {
  for (const file of files) {
    const job: Job = {
      file,
      state: { kind: 'waits' },
      offset: 0,
      stop: undefined,
      row: uploadRow(file, {
        pause: () => {
          if (job.stop) job.stop.abort();
          else set(zone, job, { kind: 'paused', offset: job.offset });
        },
        resume: () => {
          set(zone, job, { kind: 'waits' });
          pump(zone);
        },
        cancel: () => {
          set(zone, job, { kind: 'cancelled' });
          memory.remove(memoryKey(zone, file));
          job.stop?.abort();
        },
      }),
    };
    zone.jobs.push(job);
    zone.list.append(job.row.element);
    set(zone, job, job.state);
  }
  pump(zone);
}

/** Says how far the whole lot is: by files, not by bytes, and at most once a second. */
function teller(zone: Zone, line: HTMLElement): () => void {
  return later(1000, () => {
    const jobs = zone.jobs.filter((job) => job.state.kind !== 'cancelled');
    const count = (...kinds: RowState['kind'][]) => jobs.filter((job) => kinds.includes(job.state.kind)).length;
    const wrong = count('refused', 'failed', 'session');
    const text = t.uploadCount(count('done'), jobs.length) + (wrong > 0 ? `, ${t.uploadCountWrong(wrong)}` : '');
    if (line.textContent !== text) line.textContent = text;
  });
}

function wireDrop(zone: Zone, drop: HTMLElement): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  // Beside the field a dropped file would replace the page and with it everything not yet sent.
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop.classList.add('is-over');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drop.classList.remove('is-over');
  });
  document.addEventListener('drop', (event) => {
    drop.classList.remove('is-over');
    if (!hasFiles(event)) return;
    event.preventDefault();
    add(zone, event.dataTransfer?.files ?? []);
  });
  document.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) add(zone, event.clipboardData.files);
  });
}

register('upload', (host) => {
  const url = host.dataset['url'];
  const input = host.querySelector<HTMLInputElement>('input[type="file"]');
  const drop = host.querySelector<HTMLElement>('.drop');
  if (!url || !input || !drop) return;
  const list = make('ul', { class: 'upload-list', 'aria-label': t.files(2).replace(/^\d+ /, '') });
  const zone: Zone = {
    host,
    url,
    values: JSON.parse(host.dataset['values'] ?? '{}') as Record<string, string>,
    list,
    jobs: [],
    tell: () => {},
  };
  zone.tell = teller(zone, liveLine(host));
  drop.after(list);
  host.classList.add('is-live');
  drop.querySelector('button')?.remove();
  input.addEventListener('change', () => {
    add(zone, [...(input.files ?? [])]);
    input.value = '';
  });
  wireDrop(zone, drop);
  addEventListener('beforeunload', (event) => {
    if (zone.jobs.some(busy)) event.preventDefault();
  });
});
