// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

/** One entry of a tree. A branch has `children`, or `more`: the address of a fragment (`TreeItems`) that the island fetches on opening. */
export type TreeNode = {
  id: string;
  /** Plain words: they are also what typing ahead looks for. */
  label: string;
  /** Reference or number before the label: bold for a branch, grey for a leaf. */
  number?: string | undefined;
  meta?: Child | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  open?: boolean | undefined;
  children?: readonly TreeNode[] | undefined;
  more?: string | undefined;
};

export type TreeProps = { label: string; nodes: readonly TreeNode[]; id?: string | undefined };

function Leaf({ node }: { node: TreeNode }) {
  return (
    <a href={node.href ?? '#'} id={node.id} aria-current={node.current ? 'page' : undefined} data-label={node.label}>
      {node.number ? <span class="n">{node.number}</span> : null}
      <span>
        {node.label}
        {node.meta === undefined ? null : <small>{node.meta}</small>}
      </span>
    </a>
  );
}

function Branch({ node }: { node: TreeNode }) {
  const t = useTexts();
  const current = node.current ? 'page' : undefined;
  return (
    <details open={node.open} data-more={node.more}>
      <summary id={node.id} data-label={node.label} data-href={node.href} aria-current={current}>
        <Icon name="chev" small class="twig" />
        <span>
          {node.number ? <b>{node.number} </b> : null}
          {node.label}
          {node.meta === undefined ? null : <small>{node.meta}</small>}
        </span>
      </summary>
      <ul>
        {node.href ? (
          <li data-whole="">
            <a href={node.href}>{t.wholeEntry(node.number ?? node.label)}</a>
          </li>
        ) : null}
        <TreeItems nodes={node.children ?? []} />
      </ul>
    </details>
  );
}

/** The entries alone: the answer to a branch's `more` address. */
export function TreeItems({ nodes }: { nodes: readonly TreeNode[] }) {
  return (
    <>
      {nodes.map((node) => (
        <li>{node.children !== undefined || node.more !== undefined ? <Branch node={node} /> : <Leaf node={node} />}</li>
      ))}
    </>
  );
}

/** Nested lists that fold without script; the island makes them one tree with arrow keys and typing ahead. */
export function Tree({ label, nodes, id }: TreeProps) {
  return (
    <div class="tree" data-island="tree">
      <ul id={id} aria-label={label}>
        <TreeItems nodes={nodes} />
      </ul>
    </div>
  );
}
