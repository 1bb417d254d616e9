// SPDX-License-Identifier: EUPL-1.2
// Paper: larger, smaller, next page; the rail shows which page is being read.
import type { IconName } from '../icon-paths.ts';
import { icon, make, t } from './dom.ts';
import { register } from './registry.ts';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

type Viewer = { host: HTMLElement; sheets: HTMLElement[]; shown: HTMLElement; current: number; zoom: number };

function setZoom(viewer: Viewer, zoom: number): void {
  viewer.zoom = zoom;
  viewer.host.classList.toggle('is-zoomed', zoom !== 1);
  viewer.host.style.setProperty('--zoom', String(zoom));
  viewer.shown.textContent = t.zoomNow(Math.round(zoom * 100));
}

function zoomBy(viewer: Viewer, step: 1 | -1): void {
  setZoom(viewer, zooms[zooms.indexOf(viewer.zoom) + step] ?? viewer.zoom);
}

function turn(viewer: Viewer, step: 1 | -1): void {
  const sheet = viewer.sheets[viewer.current + step];
  if (!sheet) return;
  viewer.current += step;
  sheet.scrollIntoView({ block: 'start' });
  mark(viewer);
}

function mark({ host, sheets, current }: Viewer): void {
  const number = sheets[current]?.dataset['sheet'];
  for (const link of host.querySelectorAll<HTMLElement>('.rail a')) {
    if (link.dataset['page'] === number) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function button(name: IconName, label: string, act: () => void): HTMLElement {
  const element = make('button', { type: 'button', class: 'btn btn-icon', 'aria-label': label }, icon(name));
  element.addEventListener('click', act);
  return element;
}

function tools(viewer: Viewer): HTMLElement {
  const turning =
    viewer.sheets.length > 1
      ? [button('back', t.previousPage, () => turn(viewer, -1)), button('forward', t.nextPage, () => turn(viewer, 1))]
      : [];
  return make(
    'div',
    { class: 'viewer-tools', role: 'group', 'aria-label': t.page },
    ...turning,
    button('minus', t.zoomOut, () => zoomBy(viewer, -1)),
    viewer.shown,
    button('plus', t.zoomIn, () => zoomBy(viewer, 1)),
    button('fit', t.zoomFit, () => setZoom(viewer, 1)),
  );
}

function onKey(viewer: Viewer, event: KeyboardEvent): void {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (event.target as Element).closest('input, textarea, select, .paper-words')
  )
    return;
  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => turn(viewer, 1),
    ArrowLeft: () => turn(viewer, -1),
    '+': () => zoomBy(viewer, 1),
    '-': () => zoomBy(viewer, -1),
    '0': () => setZoom(viewer, 1),
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function follow(viewer: Viewer): void {
  const watch = new IntersectionObserver(
    (seen) => {
      const most = seen.filter((one) => one.isIntersecting).sort((a, b) => b.intersectionRatio - a.intersectionRatio)[0];
      if (!most) return;
      viewer.current = viewer.sheets.indexOf(most.target as HTMLElement);
      mark(viewer);
    },
    { threshold: [0.3, 0.6] },
  );
  for (const sheet of viewer.sheets) watch.observe(sheet);
}

register('viewer', (host) => {
  const sheets = [...host.querySelectorAll<HTMLElement>('[data-sheet]')];
  const shown = make('output', { class: 'viewer-zoom' }, t.zoomNow(100));
  const viewer: Viewer = { host, sheets, shown, current: 0, zoom: 1 };
  const pane = host.closest<HTMLElement>('.pane');
  const head = pane?.querySelector('.pane-head');
  (head ?? host)[head ? 'append' : 'prepend'](tools(viewer));
  (pane ?? host).addEventListener('keydown', (event) => onKey(viewer, event));
  if (sheets.length > 1) follow(viewer);
});
