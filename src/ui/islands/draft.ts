// SPDX-License-Identifier: EUPL-1.2
// What is being written is kept in this browser until the server has it. Drafts belong to a person, are forgotten after a week,
// and all go when someone signs out, since an office computer has more than one user.
import { later, make, memory, t } from './dom.ts';

type Draft = { at: number; sent?: boolean; values: Record<string, string> };
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const prefix = 'fachwerk.draft.';
const week = 7 * 24 * 60 * 60 * 1000;
const keyOf = (name: string) => `${prefix}${document.body.dataset['user'] ?? ''}.${name}`;

function read(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(memory.get(key) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.at < week ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Fields that may be kept: never a secret, never a file, never what the server hid in the form. */
function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || element instanceof HTMLInputElement) &&
      element.name !== '' &&
      !['hidden', 'password', 'file', 'submit', 'button'].includes(element.type),
  );
}

const isChoice = (control: Control): control is HTMLInputElement => control.type === 'checkbox' || control.type === 'radio';
const nameOf = (control: Control) => (isChoice(control) ? `${control.name}=${control.value}` : control.name);
const textOf = (control: Control) => (isChoice(control) ? String(control.checked) : control.value);

function put(control: Control, value: string): void {
  if (isChoice(control)) control.checked = value === 'true';
  else control.value = value;
}

const valuesOf = (form: HTMLFormElement) =>
  Object.fromEntries(controls(form).map((control) => [nameOf(control), textOf(control)]));

function restore(form: HTMLFormElement, key: string): void {
  const draft = read(key);
  const fromServer = valuesOf(form);
  if (!draft || Object.entries(draft.values).every(([name, value]) => (fromServer[name] ?? '') === value)) return;
  const fill = (values: Record<string, string>) => {
    for (const control of controls(form)) put(control, values[nameOf(control)] ?? textOf(control));
  };
  fill(draft.values);
  const when = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(draft.at);
  const drop = make('button', { type: 'button', class: 'link' }, t.draftDrop);
  const notice = make('div', { class: 'notice is-now', role: 'status' }, make('div', {}, `${t.draftRestored(when)} `, drop));
  drop.addEventListener('click', () => {
    fill(fromServer);
    memory.remove(key);
    notice.remove();
  });
  form.prepend(notice);
}

function watch(form: HTMLFormElement, key: string): void {
  const said = make('p', { class: 'small muted draft-said' });
  const save = later(400, () => {
    const at = Date.now();
    memory.set(key, JSON.stringify({ at, values: valuesOf(form) } satisfies Draft));
    said.textContent = t.draftSaved(
      new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(at),
    );
  });
  form.append(said);
  form.addEventListener('input', save);
  form.addEventListener('submit', () =>
    memory.set(key, JSON.stringify({ at: Date.now(), sent: true, values: valuesOf(form) } satisfies Draft)),
  );
}

/** Forgets what has arrived: named by the page, or sent and answered by a page that tells neither of an error nor of a fault. */
function forgetArrived(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-draft-done]'))
    memory.remove(keyOf(element.dataset['draftDone'] ?? ''));
  const failed = document.body.dataset['failed'] !== undefined || document.querySelector('[data-takes-focus]') !== null;
  for (const key of memory.keys().filter((name) => name.startsWith(prefix))) {
    const draft = read(key);
    if (!draft || (draft.sent && !failed)) memory.remove(key);
  }
}

forgetArrived();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  const key = keyOf(form.dataset['draft'] ?? '');
  // A refused form comes back with what was sent: that is newer than any draft.
  if (form.querySelector('[data-takes-focus]') === null) restore(form, key);
  watch(form, key);
}
for (const form of document.querySelectorAll('.clears-drafts')) {
  form.addEventListener('submit', () => {
    for (const key of memory.keys().filter((name) => name.startsWith(prefix))) memory.remove(key);
  });
}
