// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { takeForm } from '../../records/index.ts';
import { type Bringing, type Received, receiveContent } from './receive-content.ts';

const unitId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Takes the files of a form into the inbox of an office: one item each. Stops at the first refusal; what came before stays. */
export async function receiveFiles(
  bringing: Bringing,
  form: { headers: Headers; body: ReadableStream<Uint8Array> | null },
): Promise<Received[] | Refusal> {
  const all: Received[] = [];
  const no = await takeForm(form, async ({ fields, name, source }) => {
    const office = fields['office'] ?? '';
    if (!unitId.test(office)) return new Refusal('invalid', 'post.no-office', {}, { office: 'post.no-office' });
    const channel = fields['channel'] === 'scan' ? 'scan' : 'upload';
    const outcome = await receiveContent(bringing, { office, channel, name, source });
    if (outcome instanceof Refusal) return outcome;
    all.push(outcome);
    return undefined;
  });
  return no ?? all;
}
