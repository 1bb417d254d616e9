// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Button, LinkButton } from './button.tsx';
import { FormKey } from './form-key.tsx';
import { HintAndError } from './field-parts.tsx';
import { useTexts } from './language.ts';

export type UploadProps = {
  /** Where the plain form posts its files as multipart. */
  action: string;
  /** Base address of the resumable protocol, see `upload-protocol.ts`; without it the island is not used. */
  chunkUrl?: string | undefined;
  name?: string | undefined;
  label?: string | undefined;
  hint?: Child | undefined;
  error?: Child | undefined;
  /** As in HTML: ".pdf,.eml". The server decides by content all the same. */
  accept?: string | undefined;
  /** Sent along with each file: which case it goes to. */
  values?: Readonly<Record<string, string>> | undefined;
  id?: string | undefined;
  /** Where to go on once something has arrived, for example the list shown anew. */
  after?: { href: string; label: string } | undefined;
};

/** Files into the house: a plain form; the island adds dropping, many at once, progress per file, and going on where a broken line left off. */
export function Upload(props: UploadProps) {
  const t = useTexts();
  const id = props.id ?? 'files';
  return (
    <div class="upload" data-island="upload" data-url={props.chunkUrl} data-values={JSON.stringify(props.values ?? {})}>
      <form action={props.action} method="post" enctype="multipart/form-data" class="drop" id={`${id}-form`}>
        <FormKey />
        {Object.entries(props.values ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label class="strong" for={id}>
          {props.label ?? t.chooseFiles}
        </label>
        <HintAndError id={id} hint={props.hint ?? t.dropHere} error={props.error} />
        <input
          type="file"
          class="file-input"
          id={id}
          name={props.name ?? 'files'}
          multiple
          accept={props.accept}
          aria-describedby={props.error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
          aria-invalid={props.error === undefined ? undefined : 'true'}
        />
        <Button>{t.uploadDo}</Button>
      </form>
      {props.after && props.chunkUrl ? (
        <p data-after="" hidden>
          <LinkButton href={props.after.href}>{props.after.label}</LinkButton>
        </p>
      ) : null}
    </div>
  );
}
