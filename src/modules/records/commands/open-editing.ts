// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { editLimits, mayEditInOffice } from '../rules/editing.ts';
import { mayActInFile } from '../store/acting.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { beginEditSession, type EditSession, endEditSession, findOwnSession, prolongEditSession } from '../store/editing.ts';
import type { Receiving } from './receive-upload.ts';

const purpose = 'edit-address';

/** The secret of a session: made again from its id by a key that lies outside the database, stored nowhere. */
export function secretOf(runtime: Runtime, session: Pick<EditSession, 'id' | 'keyId'>): string {
  return runtime.vault.derive(purpose, session.id, session.keyId).secret.toString('base64url');
}

/** What is kept of a secret. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * Im Büroprogramm öffnen: a secret address for this person and this document. Technical state (ADR 0004): nothing of the file changes until a
 * version is saved. Asking twice finds the same address and makes it good for longer.
 */
export function openEditing(
  { runtime, caller }: Receiving,
  wanted: { document: string; fileName: string },
): Promise<EditSession | Refusal> {
  const at = runtime.clock.now();
  const represented = caller.onBehalfOf ?? null;
  const endsAt = new Date(at.getTime() + editLimits.hours * 3_600_000);
  return runtime.database.transaction(caller, at, async (tx) => {
    const document = await findDocumentForChange(tx, wanted.document);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const no = mayEditInOffice(document, wanted.fileName) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const before = await findOwnSession(tx, { document: document.id, represented });
    if (before) {
      await prolongEditSession(tx, before.id, endsAt);
      return { ...before, endsAt };
    }
    const id = newId();
    const { keyId, secret } = runtime.vault.derive(purpose, id);
    const session = {
      id,
      keyId,
      document: document.id,
      file: document.file,
      person: caller.person ?? '',
      represented,
      fileName: wanted.fileName.normalize('NFC'),
      base: document.versions,
      endsAt,
    };
    await beginEditSession(tx, { ...session, digest: digestOf(secret.toString('base64url')), at });
    return { ...session, saved: '', conflict: null };
  });
}

/** Bearbeitung beenden: the address is good for nothing from now on, locks and folder are gone. */
export function endEditing({ runtime, caller }: Receiving, document: string): Promise<void> {
  return runtime.database.transaction(caller, runtime.clock.now(), async (tx) => {
    const session = await findOwnSession(tx, { document, represented: caller.onBehalfOf ?? null });
    if (session) await endEditSession(tx, session.id);
  });
}
