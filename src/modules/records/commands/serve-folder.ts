// SPDX-License-Identifier: EUPL-1.2
import type { DavStore } from '@fachwerk/webdav';
import type { Say } from '../../../kernel/text.ts';
import { findEditSession } from '../store/editing.ts';
import type { Editing } from './save-edited.ts';
import { workFolder } from './work-folder.ts';

/** The folder of a session for one request; undefined when the session has just ended. */
export async function serveFolder(editing: Editing & { readonly say: Say }): Promise<DavStore | undefined> {
  const { runtime, caller, session, say } = editing;
  const at = runtime.clock.now();
  const of = await runtime.database.read(caller, at, (tx) => findEditSession(tx, session));
  return of && workFolder({ ...editing, of, say, run: (work) => runtime.database.transaction(caller, at, work) });
}
