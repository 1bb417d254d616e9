// SPDX-License-Identifier: EUPL-1.2
import type { Runtime } from '../../../kernel/runtime.ts';
import { admit, blobSource, CLERK_LIMITS, detectType } from '../../records/index.ts';
import { scan, scannerSettings } from './clamd.ts';

/** What a stored content is by its bytes, and what is remarkable about it. */
export interface Looked {
  readonly mediaType: string;
  readonly remarks: readonly string[];
}

/** Looks at stored content without opening it: type by its bytes, signs of hostility, the virus scanner where there is one. */
export async function lookAt(
  runtime: Runtime,
  { content, size, name }: { content: string; size: number; name: string },
): Promise<Looked> {
  const detected = await detectType(blobSource(runtime.blobs, content, size), { name });
  const admission = admit(detected, size, CLERK_LIMITS);
  const refused = admission.ok ? [] : [admission.reason];
  return { mediaType: detected.mediaType, remarks: [...detected.hazards, ...refused, ...(await scanned(runtime, content))] };
}

async function scanned(runtime: Runtime, content: string): Promise<string[]> {
  const settings = scannerSettings();
  if (!settings) return [];
  const result = await scan(settings, await runtime.blobs.get(content));
  if (result === 'virus') return ['virus'];
  return result === 'not-scanned' && settings.required ? ['not-scanned'] : [];
}
