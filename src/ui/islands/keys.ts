// SPDX-License-Identifier: EUPL-1.2
// The page's keys: j and k walk, / searches, ? explains, every data-key presses its own. Never inside a field, and all of them can be
// switched off, since single letters hurt people who work by voice (WCAG 2.2, 2.1.4). Ctrl K is no single letter and always works.
import { memory } from './dom.ts';
import { showKeysHelp } from './keys-help.ts';
import { openPalette } from './palette.ts';

const setting = 'fachwerk.keys';

function applySetting(): void {
  if (memory.get(setting) === 'off') document.documentElement.dataset['keys'] = 'off';
  else delete document.documentElement.dataset['keys'];
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select'));

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.offsetParent !== null);

function currentRow(): HTMLElement | undefined {
  return (
    document.activeElement?.closest<HTMLElement>('[data-row]') ??
    document.querySelector<HTMLElement>('[data-row][aria-current]') ??
    undefined
  );
}

function walk(step: 1 | -1): void {
  const all = rows();
  const focused = document.activeElement?.closest<HTMLElement>('[data-row]');
  const at = focused ? all.indexOf(focused) : -1;
  const next = all[at < 0 && step < 0 ? all.length - 1 : at + step];
  next?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Presses what carries this key: in the row in hand first, then what stands outside all rows. */
function press(key: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].filter(
    (element) => element.offsetParent !== null,
  );
  const row = currentRow();
  const target = all.find((element) => row?.contains(element)) ?? all.find((element) => element.closest('[data-row]') === null);
  target?.click();
  return target !== undefined;
}

/** Nothing is in focus that Enter would open or press by itself. */
const idle = () => !document.activeElement?.closest('a, button, summary, label, [data-row]');

function act(key: string): boolean {
  if (key === 'j') walk(1);
  else if (key === 'k') walk(-1);
  else if (key === '/') return openPalette();
  else if (key === '?') help();
  else if (key === 'Enter') return idle() && press(key);
  else return key.length === 1 && press(key);
  return true;
}

function help(): void {
  showKeysHelp(memory.get(setting) !== 'off', (on) => {
    if (on) memory.remove(setting);
    else memory.set(setting, 'off');
    applySetting();
  });
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    if (openPalette()) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (memory.get(setting) === 'off' || document.querySelector('dialog[open]')) return;
  if (act(event.key)) event.preventDefault();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-keys-help]')) {
  button.hidden = false;
  button.addEventListener('click', help);
}
applySetting();
