// SPDX-License-Identifier: EUPL-1.2
import { icon, make, t } from './dom.ts';

export type RowState =
  | { kind: 'waits' }
  | { kind: 'runs'; offset: number }
  | { kind: 'broken'; seconds: number }
  | { kind: 'paused'; offset: number }
  | { kind: 'session' }
  | { kind: 'failed' }
  | { kind: 'cancelled' }
  | { kind: 'refused'; text: string }
  | { kind: 'done'; location: string | undefined; note?: string | undefined };

export type RowActs = { pause: () => void; resume: () => void; cancel: () => void };
export type Row = { element: HTMLElement; show: (state: RowState) => void };

const unit = (size: number) =>
  size < 1_000_000 ? { unit: 'kilobyte', value: size / 1000 } : { unit: 'megabyte', value: size / 1_000_000 };

/** A size in the words of the page's language: "4,2 MB". */
export function sizeInWords(size: number): string {
  const { unit: name, value } = unit(size);
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: name,
    maximumFractionDigits: digits,
  }).format(value);
}

function words(state: RowState, size: number): string {
  const percent = (offset: number) => (size === 0 ? 100 : Math.floor((offset / size) * 100));
  switch (state.kind) {
    case 'waits':
      return t.uploadWaits;
    case 'runs':
      return t.uploadRuns(percent(state.offset), sizeInWords(size));
    case 'broken':
      return t.uploadBroken(state.seconds);
    case 'paused':
      return t.uploadPaused(percent(state.offset));
    case 'session':
      return t.uploadSession;
    case 'failed':
      return t.uploadFailed;
    case 'cancelled':
      return t.uploadCancelled;
    case 'refused':
      return t.uploadRefused(state.text);
    case 'done':
      return [`${t.uploadDone}, ${sizeInWords(size)}`, ...(state.note === undefined ? [] : [state.note])].join('. ');
  }
}

const tones: Partial<Record<RowState['kind'], string>> = {
  done: 'is-done',
  refused: 'is-late',
  failed: 'is-late',
  session: 'is-late',
  broken: 'is-now',
  paused: 'is-now',
};
const drawings = { 'is-done': 'check', 'is-late': 'alert', 'is-now': 'wait' } as const;

function button(text: string, name: string, act: () => void): HTMLElement {
  const element = make('button', { type: 'button', class: 'btn btn-s', 'aria-label': `${text}: ${name}` }, text);
  element.addEventListener('click', act);
  return element;
}

function buttons(state: RowState, name: string, acts: RowActs): HTMLElement[] {
  switch (state.kind) {
    case 'waits':
    case 'runs':
    case 'broken':
      return [button(t.pause, name, acts.pause), button(t.cancel, name, acts.cancel)];
    case 'paused':
      return [button(t.resume, name, acts.resume), button(t.cancel, name, acts.cancel)];
    case 'session':
    case 'failed':
      return [button(t.tryAgain, name, acts.resume), button(t.cancel, name, acts.cancel)];
    case 'done':
      return state.location
        ? [make('a', { class: 'btn btn-s', href: state.location, 'aria-label': `${t.uploadOpen}: ${name}` }, t.uploadOpen)]
        : [];
    default:
      return [];
  }
}

/** One file of the list: its name, what is happening to it in words, a bar, and what can be done about it. */
export function uploadRow(file: File, acts: RowActs): Row {
  const state = make('span', { class: 'upload-state' });
  const bar = make('progress', { max: String(Math.max(1, file.size)), 'aria-label': file.name });
  const tools = make('div', { class: 'btns' });
  const element = make('li', {}, make('div', {}, make('p', { class: 'upload-name' }, file.name), state), tools, bar);
  let shownButtons = '';
  return {
    element,
    show: (now) => {
      const tone = tones[now.kind];
      element.className = tone ?? '';
      state.replaceChildren(
        ...(tone ? [icon(drawings[tone as keyof typeof drawings], true)] : []),
        make('span', {}, words(now, file.size)),
      );
      bar.hidden = !['runs', 'paused', 'broken', 'waits'].includes(now.kind);
      if (now.kind === 'runs' || now.kind === 'paused') bar.value = now.offset;
      // Buttons are only changed when others are needed: the focus must not fall out of the row at every piece.
      const wanted = now.kind === 'runs' || now.kind === 'broken' ? 'waits' : now.kind;
      if (wanted === shownButtons) return;
      const had = tools.contains(document.activeElement);
      tools.replaceChildren(...buttons(now, file.name, acts));
      shownButtons = wanted;
      if (had)
        (
          tools.querySelector<HTMLElement>('button, a') ??
          (element.closest<HTMLElement>('.upload')?.querySelector('input[type="file"]') as HTMLElement | null)
        )?.focus();
    },
  };
}
