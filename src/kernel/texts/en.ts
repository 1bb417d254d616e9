// SPDX-License-Identifier: EUPL-1.2
import type { de } from './de.ts';

/** The kernel's own texts. */
export const en: Record<keyof typeof de, string> = {
  'kernel.not-permitted': 'You lack the permission for this. Who grants it is listed in the administration under “Functions”.',
  'kernel.sign-in-first': 'Please sign in first.',
  'kernel.cross-site': 'This request came from a foreign page and was refused. Open Fachwerk itself and try again there.',
  'kernel.key-missing': 'The request lacks its key against double execution. Reload the page and send again.',
  'kernel.key-reused': 'Something else was already sent with this key. Reload the page and send again.',
  'kernel.journal-unavailable':
    'The journal cannot be written at the moment. Nothing is accepted without the journal; please try again in a minute.',
  'kernel.storage-full': 'Storage is almost full. Reading goes on; writing resumes once there is room.',
  'kernel.not-found': 'This does not exist here, or it is not meant for you.',
  'kernel.fault': 'Something went wrong here. Nothing was saved. This number helps the administrators: {number}',
  'kernel.outage': 'The database does not answer at the moment. Nothing was saved; please try again in a minute.',
  'kernel.too-large': 'This is too large for a form. Please use “Upload” for files.',
  'kernel.content-type': 'This address does not understand that kind of data. It expects a form or JSON.',
  'kernel.malformed-json': 'The JSON is malformed or nested too deeply.',
  'kernel.invalid-input': 'Please check your entries.',
  'kernel.invalid.missing': 'This entry is missing.',
  'kernel.invalid.format': 'This entry does not have the expected form.',
  'kernel.invalid.too-small': 'This is too short or too small.',
  'kernel.invalid.too-big': 'This is too long or too large.',
  'kernel.invalid.unknown-field': 'There is no such field here.',
  'kernel.permission.move-deadline': 'Compute deadlines again (background work only)',
  'kernel.to-start': 'To the start',
  'kernel.error.400': 'This could not be understood',
  'kernel.error.403': 'You lack the permission',
  'kernel.error.404': 'Not found',
  'kernel.error.409': 'This no longer fits the present state',
  'kernel.error.413': 'Too large',
  'kernel.error.422': 'Please check',
  'kernel.error.429': 'Too many tries',
  'kernel.error.500': 'Something went wrong',
  'kernel.error.503': 'Not reachable at the moment',
  'kernel.error.507': 'Storage is almost full',
};
