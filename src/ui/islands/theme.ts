// SPDX-License-Identifier: EUPL-1.2
// Light, dark, as the device: at once and without leaving the page. The cookie lets the server draw the next page right from its first byte.
import { type Theme, themeCookie } from '../theme.ts';

function show(choice: Theme | 'auto'): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older browsers and without TLS
  document.cookie = themeCookie(choice);
  if (choice === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

for (const form of document.querySelectorAll<HTMLFormElement>('.theme-switch')) {
  form.closest<HTMLElement>('[data-theme-box]')?.removeAttribute('hidden');
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    show(button.value === 'light' || button.value === 'dark' ? button.value : 'auto');
    for (const other of form.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
  });
}
