// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

export type ToastProps = {
  children?: Child | undefined;
  /** Where "Rückgängig" is posted. */
  undo?: { action: string; values?: Readonly<Record<string, string>> | undefined };
  /** Name of a draft that is now safely with the server. */
  draftDone?: string | undefined;
};

/** Only for what can be undone and need not be read. It never leaves by itself (WCAG 2.2, 2.2.1); the island adds a button to close it. */
export function Toast({ children, undo, draftDone }: ToastProps) {
  const t = useTexts();
  return (
    <div class="toast" role="status" data-island="toast" data-draft-done={draftDone}>
      <p>
        <Icon name="check" />
        <span>{children}</span>
      </p>
      {undo ? (
        <Form action={undo.action} values={undo.values} look="inline">
          <button type="submit" class="btn btn-s">
            {t.undo}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
