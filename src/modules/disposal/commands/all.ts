// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../../../kernel/command.ts';
import { destroyCase, finishRun } from './carry-out-run.ts';
import { cancelRun, draftRun, takeOutOfRun } from './draft-run.ts';
import { enterStartEvent } from './enter-start-event.ts';
import { followFile } from './follow-file.ts';
import { proposeRule } from './propose-rule.ts';
import { releaseRule, withdrawRule } from './release-rule.ts';
import { releaseRun } from './release-run.ts';
import { liftHold, setHold } from './set-hold.ts';
import { settleRule } from './settle-rule.ts';

/** Every command of the module. */
export const commands: readonly Command[] = [
  cancelRun,
  destroyCase,
  draftRun,
  enterStartEvent,
  finishRun,
  followFile,
  liftHold,
  proposeRule,
  releaseRule,
  releaseRun,
  setHold,
  settleRule,
  takeOutOfRun,
  withdrawRule,
];
