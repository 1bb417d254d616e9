// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../../../kernel/command.ts';
import { acceptItem } from './accept-item.ts';
import { addRoute } from './add-route.ts';
import { assignItem } from './assign-item.ts';
import { describeItem } from './describe-item.ts';
import { forwardItem } from './forward-item.ts';
import { quarantineItem } from './quarantine-item.ts';
import { receiveItem } from './receive-item.ts';
import { refuseItem } from './refuse-item.ts';
import { registerPaper } from './register-paper.ts';
import { releaseItem } from './release-item.ts';
import { removeRoute } from './remove-route.ts';
import { reopenItem } from './reopen-item.ts';
import { returnItem } from './return-item.ts';
import { setItemAside } from './set-item-aside.ts';
import { takeItemBack } from './take-item-back.ts';
import { undoAssignment } from './undo-assignment.ts';

/** Every command of the post. */
export const commands: readonly Command[] = [
  acceptItem,
  addRoute,
  assignItem,
  describeItem,
  forwardItem,
  quarantineItem,
  receiveItem,
  refuseItem,
  registerPaper,
  releaseItem,
  removeRoute,
  reopenItem,
  returnItem,
  setItemAside,
  takeItemBack,
  undoAssignment,
];
