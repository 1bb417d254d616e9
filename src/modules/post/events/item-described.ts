// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** What a piece of post says about itself was read, or corrected by hand. */
export interface ItemDescribed extends Event {
  readonly type: 'post.described';
  readonly facts: {
    readonly sender: string;
    readonly senderAddress: string;
    readonly recipient: string;
    readonly subject: string;
    readonly datedOn: string | null;
    readonly foreignReference: string;
    readonly messageId: string;
    readonly answers: readonly string[];
    /** The office that the routing register gives it to, now that it is read; else where it lies. */
    readonly office: string;
  };
}
