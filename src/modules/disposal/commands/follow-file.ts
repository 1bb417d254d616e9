// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { filedCasesOf } from '../../records/index.ts';
import type { RetentionEnded, RetentionSet } from '../events/retention-set.ts';
import { applyRetentionEnded, applyRetentionSet, findObjectsOfFile, type RetainedCase, startEventsOf } from '../store/objects.ts';
import { findKnown, retentionEvent, saysTheSame } from './retention-event.ts';

const input = z.strictObject({ file: z.uuid() });

/** Takes over what happened in a file: cases filed or reopened, the file closed, opened, handed over. Run by the reaction. */
export const followFile: Command<z.infer<typeof input>, RetentionSet | RetentionEnded> = {
  name: 'disposal.follow-file',
  permission: 'disposal.manage',
  input,
  async decide({ input: { file }, tx, at }) {
    const known = await findKnown(tx, at);
    const before = new Map((await findObjectsOfFile(tx, file)).map((it) => [it.case, it]));
    const filed = await filedCasesOf(tx, file);
    const entered = await startEventsOf(tx, [...before.keys()]);
    const open = filed.filter(({ id }) => isOpenToChange(before.get(id)));
    const set = open.map((it) =>
      retentionEvent(it, known, { before: before.get(it.id), events: entered.get(it.id) ?? {}, why: 'file' }),
    );
    const still = new Set(filed.map(({ id }) => id));
    const ended = [...before.values()].filter((it) => !still.has(it.case) && it.state === 'retained');
    return [...set.filter((event) => !saysTheSame(before.get(event.object.slice('case:'.length)), event)), ...ended.map(toEnded)];
  },
  apply: (tx, event) => (event.type === 'disposal.retention-set' ? applyRetentionSet(tx, event) : applyRetentionEnded(tx, event)),
};

/** What is on its way to the archive or gone is not computed any more. */
function isOpenToChange(before: RetainedCase | undefined): boolean {
  return before === undefined || before.state === 'retained' || before.state === 'reopened';
}

function toEnded({ case: id, file, leadUnit }: RetainedCase): RetentionEnded {
  return { type: 'disposal.retention-ended', object: `case:${id}`, file, unit: leadUnit, facts: { reopened: true } };
}
