// SPDX-License-Identifier: EUPL-1.2
// The verdict as a page: the sentence, the chain, proven and not proven side by side and equally large.
import { harmless, type Said, sayVerdict, textsIn } from '../src/texts/say.ts';
import type { Language, Texts } from '../src/texts/texts.ts';
import type { Contents } from '../src/verify/check-package.ts';
import type { Result } from '../src/verify/verify.ts';
import { icon, linkDrawing, verdictDrawing } from './drawings.ts';
import { el } from './elements.ts';
import { type PageTexts, pageTexts } from './page-texts.ts';

const METHODS = 'SHA-256, HMAC-SHA256, RFC 9162, Ed25519, C2SP tlog-checkpoint, tlog-cosignature';
const SHOWN_ENTRIES = 2000;
const SHOWN_NOTES = 3;

/** Everything that stands below the form once a package was checked. The verdict's box can take the focus. */
export function renderResult(result: Result, language: Language, at: Date): { nodes: Node[]; box: HTMLElement } {
  const texts = textsIn(language);
  const page = pageTexts(language);
  const { verdict, contents } = result;
  const said = sayVerdict(verdict, language);
  const heading = el('h2', { id: 'verdict' }, said.headline);
  const when = `${page.checked} ${at.toLocaleString(texts.locale, { dateStyle: 'long', timeStyle: 'short' })}`;
  const title = verdict.summary['title'] ? el('p', { class: 'subject' }, harmless(String(verdict.summary['title']))) : undefined;
  const box = el(
    'section',
    { class: `verdict is-${verdict.state}`, 'aria-labelledby': 'verdict', tabindex: '-1' },
    verdictDrawing(verdict.state),
    el('div', {}, heading, title, el('p', {}, said.summary), el('p', { class: 'small' }, when)),
  );
  const nodes: Node[] = [
    box,
    ...(said.errors.length > 0 ? [partOf(texts.section.wrong, 'wrong', proofList(said.errors, 'wrong'))] : []),
    ...said.warnings.map((warning) => el('p', { class: 'notice is-now' }, icon('warn'), sentence(warning))),
    chain(said.links, texts, page),
    el(
      'div',
      { class: 'two' },
      column(said.provenTitle, said.proven, 'yes', texts),
      column(texts.section.unproven, said.unproven, 'no', texts),
    ),
    ...notices(said.notes, texts),
    ...(contents ? [renderContents(contents, texts, page)] : []),
    ...figures(result, texts),
  ];
  return { nodes, box };
}

/** The first notes at once, the others on demand: a file of many erasures must not bury the rest. */
function notices(notes: readonly Said[], texts: Texts): HTMLElement[] {
  const shown = notes.map((note) => el('p', { class: 'notice' }, icon('info'), sentence(note)));
  const rest = shown.splice(SHOWN_NOTES);
  const title = `${texts.section.notes} (${notes.length})`;
  return rest.length > 0 ? [...shown, disclosure(title, el('div', { class: 'notices' }, ...rest))] : shown;
}

function sentence({ lead, rest }: Said): HTMLElement {
  return rest ? el('span', {}, el('b', {}, lead), ' ', rest) : el('span', {}, lead);
}

function column(title: string, list: readonly Said[], kind: 'yes' | 'no', { section }: Texts): HTMLElement {
  return partOf(title, kind, list.length > 0 ? proofList(list, kind) : el('p', { class: 'empty' }, section.nothing));
}

function partOf(title: string, id: string, ...content: Node[]): HTMLElement {
  return el(
    'section',
    { class: 'part', id, 'aria-labelledby': `${id}-head` },
    el('h2', { class: 'part-head', id: `${id}-head` }, title),
    ...content,
  );
}

const SIGN = { yes: 'check', no: 'dash', wrong: 'cross' } as const;

function proofList(list: readonly Said[], kind: keyof typeof SIGN): HTMLElement {
  return el(
    'ul',
    { class: `proofs is-${kind}` },
    ...list.map((said) => el('li', {}, icon(SIGN[kind]), el('p', {}, sentence(said)))),
  );
}

function chain(links: ReturnType<typeof sayVerdict>['links'], texts: Texts, page: PageTexts): HTMLElement {
  const items = links.map(({ key, broken, lead, rest }) =>
    el(
      'li',
      { class: broken ? 'is-broken' : '' },
      linkDrawing(key),
      el('h3', {}, lead),
      el('p', {}, broken ? el('strong', { class: 'late' }, page.foundIn) : rest),
    ),
  );
  return partOf(texts.section.chain, 'chain', el('ol', { class: 'chain' }, ...items));
}

function renderContents({ entries, documents }: Contents, texts: Texts, page: PageTexts): HTMLElement {
  const papers = documents.map(({ name, size, sha256 }) => [harmless(name), bytes(size, texts), code(sha256)]);
  const acts = entries.slice(0, SHOWN_ENTRIES).map(({ header, personal }) => {
    const time = new Date(header.at).toLocaleString(texts.locale, { dateStyle: 'medium', timeStyle: 'medium' });
    return [String(header.no), time, header.act, header.object, personal === undefined ? page.erased : code(harmless(personal))];
  });
  return partOf(
    page.contents,
    'contents',
    ...(papers.length > 0
      ? [disclosure(`${page.documents} (${papers.length})`, table([page.name, page.size, page.checksum], papers))]
      : []),
    disclosure(
      `${page.entries} (${entries.length})`,
      table([page.number, page.time, page.act, page.object, page.personal], acts),
    ),
  );
}

function disclosure(title: string, content: Node): HTMLElement {
  return el('details', { class: 'more' }, el('summary', {}, icon('chevron'), title), el('div', { class: 'more-body' }, content));
}

function table(heads: readonly string[], rows: readonly (readonly (string | Node)[])[]): HTMLElement {
  const head = el('tr', {}, ...heads.map((name) => el('th', { scope: 'col' }, name)));
  const body = rows.map((row) => el('tr', {}, ...row.map((cell, i) => el('td', { 'data-head': heads[i] ?? '' }, cell))));
  return el('table', { class: 'table' }, el('thead', {}, head), el('tbody', {}, ...body));
}

function code(text: string): HTMLElement {
  return el('code', {}, text);
}

function bytes(size: number, texts: Texts): string {
  const [unit, divisor] = size >= 1e6 ? (['MB', 1e6] as const) : (['kB', 1e3] as const);
  return `${(size / divisor).toLocaleString(texts.locale, { maximumFractionDigits: 1 })} ${unit}`;
}

function figures({ facts }: Result, { section, figure, locale }: Texts): HTMLElement[] {
  if (!facts.head) return [];
  const rows: [string, string][] = [
    [figure.key, facts.key?.text ?? ''],
    [figure.origin, facts.origin],
    [figure.stream, facts.stream],
    [figure.size, facts.head.size.toLocaleString(locale)],
    [figure.root, facts.head.root],
    [figure.method, METHODS],
  ];
  const list = rows
    .filter(([, value]) => value !== '')
    .flatMap(([name, value]) => [el('dt', {}, name), el('dd', { class: 'hash' }, harmless(value))]);
  return [disclosure(section.figures, el('dl', { class: 'facts' }, ...list))];
}
