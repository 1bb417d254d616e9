// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Field, Notice, PageHead, Part } from '../../../ui/index.ts';
import { type ComparedVersion, findComparedVersion, findConflictPartner } from '../queries/compare.ts';
import { type DocumentView, findDocumentView } from '../queries/document-view.ts';
import { compareTexts, type Shown, showComparison } from '../rules/compare-text.ts';

/** Versionen vergleichen: what is gone, what is new, and the pages side by side. */
export const comparePage: Page = {
  path: '/documents/:document/compare',
  permission: 'records.read',
  async show(visit) {
    const { say } = visit;
    const found = await visit.read(async (tx) => {
      const view = await findDocumentView(tx, visit.param('document'));
      if (!view) return undefined;
      const partner = idIn(visit, 'with');
      const beside = partner === undefined ? undefined : await findConflictPartner(tx, { document: view.id, other: partner });
      const to = numberIn(visit, 'to', view.versions);
      const from = numberIn(visit, 'from', Math.max(1, to - 1));
      const older = await findComparedVersion(tx, beside ?? { document: view.id, no: from });
      const newer = await findComparedVersion(tx, { document: view.id, no: to });
      return older && newer ? { view, older, newer, beside: beside !== undefined } : undefined;
    });
    if (!found) return visit.notFound();
    const { view, older, newer, beside } = found;
    const title = say('records.compare.title');
    const body = (
      <>
        <PageHead title={title} lead={view.title} crumbs={[{ label: view.title, href: `/documents/${view.id}` }]} />
        {beside ? (
          <p>{say('records.compare.beside', { title: older.title })}</p>
        ) : (
          <Choose visit={visit} view={view} older={older} newer={newer} />
        )}
        <Texts visit={visit} older={older} newer={newer} />
        <Pictures visit={visit} older={older} newer={newer} />
      </>
    );
    return visit.html(frame(visit, { title: `${title}: ${view.title}`, current: '/files', body }));
  },
};

const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idIn(visit: Visit, name: string): string | undefined {
  const value = visit.query(name) ?? '';
  return idForm.test(value) ? value : undefined;
}

function numberIn(visit: Visit, name: string, usual: number): number {
  const value = Number(visit.query(name) ?? usual);
  return Number.isInteger(value) && value > 0 && value < 2 ** 31 ? value : usual;
}

interface Sides {
  readonly visit: Visit;
  readonly older: ComparedVersion;
  readonly newer: ComparedVersion;
}

function Choose({ visit: { say }, view, older, newer }: Sides & { view: DocumentView }) {
  const options = view.all.map(({ no, note }) => ({
    value: String(no),
    label: `${say('records.document.version-n', { n: no })} ${note}`.trim(),
  }));
  return (
    <form action={`/documents/${view.id}/compare`} method="get" class="form">
      <Field type="select" id="from" name="from" label={say('records.compare.from')} options={options} value={String(older.no)} />
      <Field type="select" id="to" name="to" label={say('records.compare.to')} options={options} value={String(newer.no)} />
      <Buttons>
        <Button>{say('records.compare.button')}</Button>
      </Buttons>
    </form>
  );
}

function Texts({ visit, older, newer }: Sides) {
  const { say } = visit;
  if (!older.read || !newer.read) return <Notice>{say('records.compare.not-read')}</Notice>;
  const comparison = compareTexts(older.text, newer.text);
  const shown = showComparison(comparison);
  const changes = shown.filter((one) => one.kind === 'change');
  if (changes.length === 0) return <EmptyState>{say('records.compare.equal')}</EmptyState>;
  return (
    <>
      {comparison.coarse ? <Notice>{say('records.compare.coarse')}</Notice> : null}
      <Part id="changes" gap title={say('records.compare.changes')} count={changes.length}>
        <ol class="plain compare-list">
          {changes.slice(0, mostListed).map((change) => (
            <li>
              <a href={`#change-${change.no}`}>{say('records.compare.change-n', { n: change.no })}</a>{' '}
              <Words visit={visit} gone={cut(change.gone)} fresh={cut(change.new)} />
            </li>
          ))}
        </ol>
        {changes.length > mostListed ? (
          <p class="muted">{say('records.compare.more', { n: changes.length - mostListed })}</p>
        ) : null}
      </Part>
      <Part id="text" title={say('records.compare.text')}>
        <div class="compare-text">
          {shown.map((one) => (
            <Piece visit={visit} piece={one} last={changes.length} />
          ))}
        </div>
      </Part>
    </>
  );
}

const mostListed = 100;

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)} …` : text;
}

function Piece({ visit, piece, last }: { visit: Visit; piece: Shown; last: number }) {
  const { say } = visit;
  if (piece.kind === 'same') {
    return (
      <>
        {piece.before}
        {piece.after === '' ? ' ' : <span class="muted">{` ${say('records.compare.left-out')} `}</span>}
        {piece.after}{' '}
      </>
    );
  }
  const { no } = piece;
  return (
    <span class="compare-change" id={`change-${no}`}>
      <span class="compare-ways">
        {no > 1 ? (
          <a href={`#change-${no - 1}`} aria-label={say('records.compare.previous', { n: no - 1 })}>
            ↑
          </a>
        ) : null}
        <b>{no}</b>
        {no < last ? (
          <a href={`#change-${no + 1}`} aria-label={say('records.compare.next', { n: no + 1 })}>
            ↓
          </a>
        ) : null}
      </span>{' '}
      <Words visit={visit} gone={piece.gone} fresh={piece.new} />{' '}
    </span>
  );
}

/** Never by colour alone: words for who listens, signs and strokes for who looks. */
function Words({ visit: { say }, gone, fresh }: { visit: Visit; gone: string; fresh: string }) {
  return (
    <>
      {gone === '' ? null : (
        <del>
          <span class="compare-sign">{`− ${say('records.compare.gone')}: `}</span>
          {gone}
        </del>
      )}
      {gone !== '' && fresh !== '' ? ' ' : null}
      {fresh === '' ? null : (
        <ins>
          <span class="compare-sign">{`+ ${say('records.compare.new')}: `}</span>
          {fresh}
        </ins>
      )}
    </>
  );
}

function Pictures({ visit, older, newer }: Sides) {
  const { say } = visit;
  const pages = [...new Set([...older.pictures, ...newer.pictures])].sort((a, b) => a - b);
  if (pages.length === 0) return null;
  return (
    <Part id="pages" title={say('records.compare.pages')}>
      {pages.map((page) => (
        <div class="compare-pages">
          <Picture visit={visit} version={older} page={page} />
          <Picture visit={visit} version={newer} page={page} />
        </div>
      ))}
    </Part>
  );
}

function Picture({ visit: { say }, version, page }: { visit: Visit; version: ComparedVersion; page: number }) {
  const name = say('records.compare.page-of', { page, n: version.no, title: version.title });
  return (
    <figure>
      <figcaption>{name}</figcaption>
      {version.pictures.includes(page) ? (
        <img src={`/documents/${version.document}/pages/${page}?version=${version.no}`} alt={name} loading="lazy" />
      ) : (
        <p class="muted">{say('records.compare.no-page')}</p>
      )}
    </figure>
  );
}
