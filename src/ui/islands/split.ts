// SPDX-License-Identifier: EUPL-1.2
// The lines between panes can be moved, by arrow keys and by the mouse; the browser remembers.
import { make, memory, t } from './dom.ts';
import { register } from './registry.ts';

type Grip = { view: HTMLElement; pane: HTMLElement; line: HTMLElement; side: 'first' | 'last'; key: string };

const bounds = { least: 200, most: 640 };
const step = 16;

function place({ pane, line, side }: Grip): void {
  const width = Math.round(pane.getBoundingClientRect().width);
  line.style.setProperty('left', `${side === 'first' ? pane.offsetLeft + width : pane.offsetLeft}px`);
  line.setAttribute('aria-valuenow', String(width));
}

function widen(grip: Grip, wanted: number): void {
  const width = Math.min(bounds.most, Math.max(bounds.least, Math.round(wanted)));
  grip.view.style.setProperty(`--pane-${grip.side}`, `${width}px`);
  memory.set(grip.key, String(width));
  place(grip);
}

function onKey(grip: Grip, event: KeyboardEvent): void {
  const now = grip.pane.getBoundingClientRect().width;
  const outwards = grip.side === 'first' ? 1 : -1;
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: now + step * outwards,
    ArrowLeft: now - step * outwards,
    Home: bounds.least,
    End: bounds.most,
  };
  const wanted = goals[event.key];
  if (wanted === undefined) return;
  event.preventDefault();
  widen(grip, wanted);
}

function drag(grip: Grip, event: PointerEvent): void {
  const start = event.clientX;
  const width = grip.pane.getBoundingClientRect().width;
  const outwards = grip.side === 'first' ? 1 : -1;
  const move = (moved: PointerEvent) => widen(grip, width + (moved.clientX - start) * outwards);
  grip.line.setPointerCapture(event.pointerId);
  grip.line.addEventListener('pointermove', move);
  grip.line.addEventListener('pointerup', () => grip.line.removeEventListener('pointermove', move), { once: true });
}

function addGrip(view: HTMLElement, pane: HTMLElement, side: 'first' | 'last'): void {
  const title = pane.querySelector('.pane-head > :first-child')?.textContent ?? '';
  const line = make('div', {
    class: 'pane-grip',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': t.moveLine(title),
    'aria-controls': pane.id,
    'aria-valuemin': String(bounds.least),
    'aria-valuemax': String(bounds.most),
  });
  const grip: Grip = { view, pane, line, side, key: `fachwerk.pane.${view.id || view.className}.${side}` };
  const kept = Number(memory.get(grip.key));
  if (kept) widen(grip, kept);
  line.addEventListener('keydown', (event) => onKey(grip, event));
  line.addEventListener('pointerdown', (event) => drag(grip, event));
  view.append(line);
  new ResizeObserver(() => place(grip)).observe(pane);
}

register('split', (view) => {
  const panes = [...view.querySelectorAll<HTMLElement>(':scope > .pane')];
  const [first, last] = [panes[0], panes[2]];
  if (first) addGrip(view, first, 'first');
  if (last) addGrip(view, last, 'last');
});
