// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildVerifier } from '../../../../packages/merkle-log/build.ts';

let page: Promise<Uint8Array> | undefined;

/** The offline checking page, built once per process. */
export function verifierPage(): Promise<Uint8Array> {
  page ??= build();
  return page;
}

async function build(): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fachwerk-verifier-'));
  try {
    const built = await buildVerifier(folder);
    return await readFile(built.page);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
