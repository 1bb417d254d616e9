// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Federführung abgegeben: the file and its open cases belong to another unit; the reference stays. */
export interface FileHandedOver extends Event {
  readonly type: 'records.file-handed-over';
  readonly file: string;
  readonly facts: { readonly from: string; readonly to: string; readonly reason: string };
}
