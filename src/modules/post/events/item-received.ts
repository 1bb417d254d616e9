// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Something came in and lies in an inbox, or in quarantine. */
export interface ItemReceived extends Event {
  readonly type: 'post.received';
  readonly facts: {
    /** Office where it came in; `unit` is the inbox that the routing register gave it to. */
    readonly origin: string;
    readonly channel: string;
    readonly key: string;
    readonly size: number;
    readonly mediaType: string;
    readonly fileName: string;
    readonly receivedOn: string;
    readonly datedOn: string | null;
    readonly sender: string;
    readonly senderAddress: string;
    readonly recipient: string;
    readonly subject: string;
    readonly foreignReference: string;
    readonly place: string;
    readonly barcode: string;
    readonly hazards: readonly string[];
    /** The rule of the routing register, in words. */
    readonly route: string;
  };
}
