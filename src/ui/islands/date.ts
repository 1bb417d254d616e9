// SPDX-License-Identifier: EUPL-1.2
// A date field says the day in words and offers the browser's own calendar; typing stays the first way.
import { readDateInput, showDateInput } from '../date-input.ts';
import { freshId, icon, make, t } from './dom.ts';
import { register } from './registry.ts';

function inWords(iso: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

register('date', (element) => {
  const input = element.querySelector<HTMLInputElement>('input');
  if (!input) return;
  const said = make('output', { class: 'date-said', id: freshId('said'), for: input.id });
  const native = make('input', { type: 'date', class: 'date-native', tabindex: '-1', 'aria-hidden': 'true' });
  const button = make('button', { type: 'button', class: 'btn btn-icon', 'aria-label': t.calendar }, icon('cal'));
  const say = () => {
    const read = readDateInput(input.value);
    if (read.kind === 'date') {
      said.textContent = inWords(read.iso);
      native.value = read.iso;
    } else if (read.kind === 'wrong') said.textContent = read.why === 'none' ? t.dateNone(read.typed) : t.dateWrong;
    else said.textContent = '';
  };
  button.addEventListener('click', () => native.showPicker());
  native.addEventListener('change', () => {
    input.value = showDateInput(native.value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    say();
    input.focus();
  });
  input.addEventListener('change', say);
  element.append(...('showPicker' in native ? [button, native] : []), said);
  // An error that the server told already is not told twice.
  if (input.value && input.getAttribute('aria-invalid') === null) say();
});
