// SPDX-License-Identifier: EUPL-1.2
// A password may be looked at while typing: fewer mistakes, less lock-out (WCAG 2.2, 3.3.8 in spirit).
import { make, t } from './dom.ts';
import { register } from './registry.ts';

register('password', (element) => {
  const input = element.querySelector('input');
  if (!input) return;
  const button = make('button', { type: 'button', class: 'btn', 'aria-controls': input.id }, t.showPassword);
  button.addEventListener('click', () => {
    const shown = input.type === 'text';
    input.type = shown ? 'password' : 'text';
    button.textContent = shown ? t.showPassword : t.hidePassword;
  });
  // What is sent is a password again, or the browser would offer to remember it as a text.
  input.form?.addEventListener('submit', () => {
    input.type = 'password';
  });
  element.append(button);
});
