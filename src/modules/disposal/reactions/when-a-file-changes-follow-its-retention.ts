// SPDX-License-Identifier: EUPL-1.2
import type { Reaction } from '../../../kernel/reaction.ts';
import { followFile } from '../commands/follow-file.ts';

/** Whatever decides how long cases are kept: filed, reopened, file closed, opened again, handed over. */
export const whenAFileChangesFollowItsRetention: Reaction = {
  name: 'disposal.when-a-file-changes-follow-its-retention',
  on: ['records.case-filed', 'records.case-reopened', 'records.file-closed', 'records.file-reopened', 'records.file-handed-over'],
  async react({ entry, act }) {
    if (entry.file !== undefined) await act(followFile, { file: entry.file });
  },
};
