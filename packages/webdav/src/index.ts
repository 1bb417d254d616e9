// SPDX-License-Identifier: EUPL-1.2
export { DavRefusal } from './answer.ts';
export { davMethods, handleDav, type Mount, safeMethods } from './handle.ts';
export { covers, type DavLock, lockAgainst, type LockDepth, type LockScope } from './lock.ts';
export { nameFault, type Path, readPath, samePath, within } from './path.ts';
export { changeDead } from './properties.ts';
export type { DavResource, DavStore, DeadProperty, Listed, PropertyChange, Stream } from './store.ts';
