// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const keptDays = 7;
const day = 86_400_000;
const named = /^app-(\d{4}-\d{2}-\d{2})\.log$/;

/** One file a day, seven days kept: the log holds no personal data, and even so it does not stay. */
export function logToFolder(folder: string, now: () => Date = () => new Date()): (line: string) => void {
  let last = '';
  return (line) => {
    const today = now().toISOString().slice(0, 10);
    if (today !== last) {
      last = today;
      removeOld(folder, new Date(now().getTime() - keptDays * day).toISOString().slice(0, 10));
    }
    appendFileSync(path.join(folder, `app-${today}.log`), `${line}\n`, { mode: 0o600 });
  };
}

function removeOld(folder: string, before: string): void {
  for (const name of readdirSync(folder)) {
    const date = named.exec(name)?.[1];
    if (date !== undefined && date < before) rmSync(path.join(folder, name), { force: true });
  }
}
