// SPDX-License-Identifier: EUPL-1.2
import { icon, make, t } from './dom.ts';
import { register } from './registry.ts';

register('toast', (element) => {
  const button = make('button', { type: 'button', class: 'btn btn-icon', 'aria-label': t.close }, icon('x'));
  button.addEventListener('click', () => element.remove());
  element.append(button);
});
