// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { type MultipartForm, takeForm } from '../adapters/multipart.ts';
import { type Receiving, receiveWhole } from './receive-upload.ts';

const directions = ['in', 'out', 'internal'] as const;

/** Takes the files of a form into a case, one after another. Stops at the first refusal; what came before stays. */
export function receiveForm(receiving: Receiving, form: MultipartForm & { readonly case: string }): Promise<Refusal | undefined> {
  return takeForm(form, async ({ name, key, source, fields }) => {
    const direction = directions.find((one) => one === fields['direction']);
    const outcome = await receiveWhole(receiving, { case: form.case, name, key, source, direction });
    return outcome instanceof Refusal ? outcome : undefined;
  });
}
