// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Crumbs, type Crumb } from './crumbs.tsx';

export type PageHeadProps = {
  title: Child;
  reference?: string | undefined;
  lead?: Child | undefined;
  crumbs?: readonly Crumb[] | undefined;
  crumbsLabel?: string | undefined;
  actions?: Child | undefined;
};

/** Head of a page: where it hangs, its one clear heading, one sentence, and what can be done with the whole. */
export function PageHead({ title, reference, lead, crumbs, crumbsLabel, actions }: PageHeadProps) {
  return (
    <div class="head">
      <div class="grow">
        {crumbs && crumbs.length > 0 ? <Crumbs items={crumbs} label={crumbsLabel} /> : null}
        <h1>
          {reference ? <span class="ref">{reference} </span> : null}
          {title}
        </h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div class="btns">{actions}</div>}
    </div>
  );
}

export type CoverProps = Omit<PageHeadProps, 'actions'> & { chips?: Child | undefined; keep?: Child | undefined };

/** Cover line of a file or case: reference, subject, state at the left, retention at the right; stands above panes. */
export function Cover({ title, reference, lead, crumbs, crumbsLabel, chips, keep }: CoverProps) {
  return (
    <div class="cover">
      <div>
        {crumbs && crumbs.length > 0 ? <Crumbs items={crumbs} label={crumbsLabel} /> : null}
        <h1>
          {reference ? <span class="ref">{reference} </span> : null}
          {title}
        </h1>
        {lead === undefined ? null : <p class="muted">{lead}</p>}
        {chips === undefined ? null : <div class="chips">{chips}</div>}
      </div>
      {keep}
    </div>
  );
}
