// SPDX-License-Identifier: EUPL-1.2
// The only door of the module for others: events and commands.
export { openCase } from './commands/open-case.ts';
export { openFile } from './commands/open-file.ts';
export type { CaseOpened } from './events/case-opened.ts';
export type { FileOpened } from './events/file-opened.ts';
