// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { useTexts } from './language.ts';

export type DialogProps = { id: string; title: Child; children?: Child | undefined };

/**
 * A window over the page, opened by a button with `opens={id}`; where it can be, use a page or an open row instead.
 * Without script it stays closed: the button that opens it must also be a link to a page with the same content.
 */
export function Dialog({ id, title, children }: DialogProps) {
  const t = useTexts();
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-head`}>
      <div class="dialog-head">
        <h2 id={`${id}-head`}>{title}</h2>
        <form method="dialog" class="right">
          <button type="submit" class="btn btn-s btn-quiet">
            {t.close}
          </button>
        </form>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
