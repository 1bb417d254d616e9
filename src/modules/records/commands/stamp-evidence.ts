// SPDX-License-Identifier: EUPL-1.2
import { readTimeStamp } from '@fachwerk/evidence-record';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { EvidenceStamped } from '../events/evidence-stamped.ts';
import { applyEvidenceStamped, waitingFor } from '../store/evidence-stamps.ts';

const input = z.strictObject({
  root: z.string().regex(/^[0-9a-f]{64,128}$/),
  /** The token in Base64, checked by whoever asked for it: signature, path, time. */
  token: z.base64().max(400_000),
  authority: z.string().max(200),
  validUntil: z.iso.datetime(),
  keyKind: z.enum(['rsa', 'ec', 'other']),
  keyBits: z.int().nonnegative(),
});

/** Zeitstempel ablegen: for everything that waits for a stamp over this root. By the clock, never by a person. */
export const stampEvidence: Command<z.infer<typeof input>, EvidenceStamped> = {
  name: 'records.stamp-evidence',
  permission: 'records.registry',
  input,
  async decide({ input: { root, token, authority, ...key }, caller, tx }) {
    if (caller.system === undefined || caller.person !== null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const stamp = readTimeStamp(Buffer.from(token, 'base64'));
    const waiting = await waitingFor(tx, root);
    const fits = Buffer.from(stamp.imprint.hash).toString('hex') === root;
    const same = waiting.every(({ digest }) => digest === stamp.imprint.algorithm);
    if (waiting.length === 0 || !fits || !same) return new Refusal('conflict', 'records.evidence.other-stamp');
    return waiting.map(({ batch, chain, no }) => ({
      type: 'records.evidence-stamped',
      object: `evidence:${batch}`,
      facts: { chain, no, at: stamp.at.toISOString(), authority, token, ...key },
    }));
  },
  apply: applyEvidenceStamped,
};
