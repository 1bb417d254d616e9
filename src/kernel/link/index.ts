// SPDX-License-Identifier: EUPL-1.2
export { addLink, type LinkEnd, type LinkSeen, type LinkWanted, linksOf, removeLink } from './link.ts';
