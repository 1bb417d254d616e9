// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { davMethods, handleDav } from '@fachwerk/webdav';
import type { Bearer, Endpoint, Visit } from '../../../kernel/page.ts';
import { identifyEditor } from '../commands/identify-editor.ts';
import { serveFolder } from '../commands/serve-folder.ts';
import { editLimits } from '../rules/editing.ts';

/** The secret in the address says who calls: office programs have no cookie of ours. */
const bySecret: Bearer = {
  refused: 403,
  async identify(context, runtime) {
    const editor = await identifyEditor(runtime, context.req.param('token') ?? '');
    return editor && { ...editor.caller, session: editor.holder.id };
  },
};

const summaries: Readonly<Record<(typeof davMethods)[number], string>> = {
  OPTIONS: 'What the work folder understands',
  GET: 'The document, a helper file, or the names in the work folder',
  HEAD: 'The same without content',
  PUT: 'Save the document as a new version, or write a helper file',
  DELETE: 'Remove a helper file; the document stays',
  COPY: 'Copy within the work folder',
  MOVE: 'Rename within the work folder; onto the document’s name it is saving',
  MKCOL: 'Make a folder for helper files',
  PROPFIND: 'Properties of the folder and its members',
  PROPPATCH: 'Set properties that the program keeps',
  LOCK: 'Lock the document while it is edited',
  UNLOCK: 'End the lock',
};

/** Arbeitsordner: one address for one person and one document, spoken to by WebDAV. A GET route answers HEAD as well. */
export const davEndpoints: readonly Endpoint[] = davMethods
  .filter((method) => method !== 'HEAD')
  .map((method) => ({
    method,
    path: '/dav/:token/*',
    permission: 'records.write',
    bearer: bySecret,
    summary: summaries[method],
    stream: 'the content itself: what was saved already is not saved again; lock tokens and entity tags (RFC 4918)',
    handle,
  }));

async function handle(visit: Visit): Promise<Response> {
  const { runtime, caller, context, say } = visit;
  const store = await serveFolder({ runtime, caller, session: caller.session ?? '', say });
  if (!store) return new Response(null, { status: bySecret.refused });
  return handleDav(context.req.raw, {
    base: `/dav/${visit.param('token')}`,
    store,
    now: runtime.clock.now(),
    longestLock: editLimits.lockSeconds,
    newToken: () => `urn:uuid:${randomUUID()}`,
  });
}
