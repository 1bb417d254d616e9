// SPDX-License-Identifier: EUPL-1.2
// What parent and worker agree on; loaded by both, so it stays light.

/** The work a kind of process does: text without any native code, images, and OCR apart because it is slow. */
export type WorkerKind = 'text' | 'image' | 'ocr';

/** What is asked of a worker; input and output lie in its own folder under fixed names. */
export type WorkerRequest = { id: number; task: 'extract' | 'render' | 'ocr' | 'split-mail'; mediaType: string; options: object };

/** Fixed names inside a worker's folder. */
export const INPUT_FILE = 'input';
export const OUTPUT_FOLDER = 'out';
export const REPLY_FILE = 'reply.json';
