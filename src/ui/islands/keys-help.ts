// SPDX-License-Identifier: EUPL-1.2
import { make, t } from './dom.ts';

type Line = { key: string; text: string };

/** Every key of this page with the words of what it presses. */
function lines(): Line[] {
  const list = document.querySelector('[data-rows]');
  const general: Line[] = [
    ...(document.querySelector('[data-island="palette"]') ? [{ key: '/', text: t.keySearch }] : []),
    ...(list
      ? [
          { key: 'j', text: t.keyNext },
          { key: 'k', text: t.keyPrevious },
          { key: '↵', text: t.keyOpen },
        ]
      : []),
    { key: '?', text: t.keyHelp },
  ];
  const own = new Map<string, string>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    const key = element.dataset['key'] ?? '';
    const words = [...element.childNodes]
      .filter((node) => node.nodeName !== 'KBD')
      .map((node) => node.textContent)
      .join('');
    if (!own.has(key)) own.set(key, element.getAttribute('aria-label') ?? words.trim());
  }
  return [...[...own].map(([key, text]) => ({ key, text })), ...general];
}

function switchFor(on: boolean, change: (on: boolean) => void): HTMLElement {
  const box = make('input', { type: 'checkbox' });
  box.checked = on;
  box.addEventListener('change', () => change(box.checked));
  return make('label', { class: 'choice sub-gap' }, box, make('span', {}, t.keysOff, make('small', {}, t.keysOffHint)));
}

/** A window with all keys of this page and the switch for them. */
export function showKeysHelp(on: boolean, change: (on: boolean) => void): void {
  const list = make('dl', { class: 'key-list' });
  for (const { key, text } of lines()) list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, text));
  const close = make('button', { type: 'submit', class: 'btn btn-s btn-quiet' }, t.close);
  const head = make(
    'div',
    { class: 'dialog-head' },
    make('h2', { id: 'keys-head' }, t.keysOnPage),
    make('form', { method: 'dialog', class: 'right' }, close),
  );
  const dialog = make(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'keys-head' },
    head,
    make('div', { class: 'dialog-body' }, list, switchFor(on, change)),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
