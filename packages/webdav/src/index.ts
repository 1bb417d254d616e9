// SPDX-License-Identifier: EUPL-1.2
export { DavRefusal } from './answer.ts';
export { davMethods, handleDav, type Mount, safeMethods } from './handle.ts';
export type { DavLock, LockDepth, LockScope } from './lock.ts';
export { nameFault, type Path, readPath, samePath, within } from './path.ts';
export type { DavResource, DavStore, DeadProperty, Listed, PropertyChange, Stream } from './store.ts';
