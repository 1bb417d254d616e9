// SPDX-License-Identifier: EUPL-1.2
/** Options of an input with `aria-activedescendant`: the focus stays in the input, the choice moves. */
export type Listbox = {
  options(): HTMLElement[];
  active(): HTMLElement | undefined;
  activate(option: HTMLElement | undefined): void;
  move(key: string): boolean;
};

/** Ties an input to its list; `move` answers whether the key was one of its own. */
export function listbox(input: HTMLElement, list: HTMLElement): Listbox {
  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const active = () => options().find((option) => option.getAttribute('aria-selected') === 'true');
  const activate = (option: HTMLElement | undefined) => {
    for (const other of options()) other.setAttribute('aria-selected', String(other === option));
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const move = (key: string) => {
    const all = options();
    if (all.length === 0) return false;
    const current = active();
    const at = current ? all.indexOf(current) : -1;
    if (key === 'ArrowDown') activate(all[(at + 1) % all.length]);
    else if (key === 'ArrowUp') activate(all[at <= 0 ? all.length - 1 : at - 1]);
    else return false;
    return true;
  };
  return { options, active, activate, move };
}
