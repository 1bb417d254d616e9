// SPDX-License-Identifier: EUPL-1.2
// A toast floats at the foot of the window, can be closed, and never lies over what has the focus (WCAG 2.2, 2.4.11).
import { icon, make, t } from './dom.ts';
import { register } from './registry.ts';

function makeWay(toast: HTMLElement, focused: Element): void {
  const [above, below] = [toast.getBoundingClientRect(), focused.getBoundingClientRect()];
  const beside = below.right < above.left || below.left > above.right || below.bottom < above.top || below.top > above.bottom;
  if (!beside && !toast.contains(focused)) scrollBy({ top: below.bottom - above.top + 16 });
}

register('toast', (element) => {
  const button = make('button', { type: 'button', class: 'btn btn-icon', 'aria-label': t.close }, icon('x'));
  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof Element) makeWay(element, event.target);
  };
  button.addEventListener('click', () => {
    document.removeEventListener('focusin', onFocus);
    document.documentElement.style.removeProperty('--toast');
    element.remove();
  });
  element.append(button);
  element.classList.add('is-floating');
  // Room at the end of the page, so that its last line can be scrolled out from under the toast.
  document.documentElement.style.setProperty('--toast', `${element.offsetHeight + 32}px`);
  document.addEventListener('focusin', onFocus);
});
