// SPDX-License-Identifier: EUPL-1.2
import { openCosignature } from '@fachwerk/merkle-log';
import { z } from 'zod';
import type { WitnessConfig } from './config.ts';

const answer = z.object({ note: z.string().max(20_000) });
const limitMs = 8_000;

/** What a witness gets: the new head, and the proof that it only grew since the one it knows. */
export interface WitnessRequest {
  readonly note: string;
  readonly from: number;
  readonly consistency: readonly string[];
}

/** Sends a head to a witness and returns the note with its cosignature. An answer that does not carry the witness's own signature counts as none. */
export async function askWitness(config: Extract<WitnessConfig, { kind: 'http' }>, request: WitnessRequest): Promise<string> {
  const response = await fetch(config.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(config.token ? { authorization: `Bearer ${config.token}` } : {}) },
    body: JSON.stringify(request),
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
  });
  if (!response.ok) throw new Error(`witness answered ${response.status}`);
  const { note } = answer.parse(await response.json());
  if (config.key !== undefined && !openCosignature(note, config.key))
    throw new Error('witness answered without its own signature');
  return note;
}
