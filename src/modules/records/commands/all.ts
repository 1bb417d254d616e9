// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../../../kernel/command.ts';
import { addAlias } from './add-alias.ts';
import { addContact } from './add-contact.ts';
import { addCrossReference } from './add-cross-reference.ts';
import { addPlanUnit } from './add-plan-unit.ts';
import { addVersion } from './add-version.ts';
import { assignCase } from './assign-case.ts';
import { assignDocument } from './assign-document.ts';
import { attachDocument } from './attach-document.ts';
import { changeCase } from './change-case.ts';
import { changeContact } from './change-contact.ts';
import { changeDocument } from './change-document.ts';
import { changeFile } from './change-file.ts';
import { changePlanUnit } from './change-plan-unit.ts';
import { classifyDocument } from './classify-document.ts';
import { classifyFile } from './classify-file.ts';
import { closeCase } from './close-case.ts';
import { closeFile } from './close-file.ts';
import { declineUnsealing } from './decline-unsealing.ts';
import { describeMail } from './describe-mail.ts';
import { erasePersonal } from './erase-personal.ts';
import { finishDocument } from './finish-document.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { handOverFile } from './hand-over-file.ts';
import { importFilingPlan } from './import-filing-plan.ts';
import { keepConflict } from './keep-conflict.ts';
import { letCaseWait } from './let-case-wait.ts';
import { nameForFile } from './name-for-file.ts';
import { nameSignatory } from './name-signatory.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { overrideGate } from './override-gate.ts';
import { protectFile } from './protect-file.ts';
import { registerCase } from './register-case.ts';
import { registerDocument } from './register-document.ts';
import { releaseEditLock } from './release-edit-lock.ts';
import { releaseUnsealing } from './release-unsealing.ts';
import { removeContact } from './remove-contact.ts';
import { removeCrossReference } from './remove-cross-reference.ts';
import { removeSearch } from './remove-search.ts';
import { renameSearch } from './rename-search.ts';
import { renewEvidence } from './renew-evidence.ts';
import { reopenCase } from './reopen-case.ts';
import { reopenFile } from './reopen-file.ts';
import { requestUnsealing } from './request-unsealing.ts';
import { resumeCase } from './resume-case.ts';
import { retirePlanUnit } from './retire-plan-unit.ts';
import { saveSearch } from './save-search.ts';
import { setReferenceTemplate } from './set-reference-template.ts';
import { signOffDocument } from './sign-off-document.ts';
import { skipReferenceNumbers } from './skip-reference-numbers.ts';
import { stampEvidence } from './stamp-evidence.ts';
import { unnameForFile } from './unname-for-file.ts';
import { withdrawDocument } from './withdraw-document.ts';

/** Every command of the E-Akte. */
export const commands: readonly Command[] = [
  addAlias,
  addContact,
  addCrossReference,
  addPlanUnit,
  addVersion,
  assignCase,
  assignDocument,
  attachDocument,
  changeCase,
  changeContact,
  changeDocument,
  changeFile,
  changePlanUnit,
  classifyDocument,
  classifyFile,
  closeCase,
  closeFile,
  declineUnsealing,
  describeMail,
  erasePersonal,
  finishDocument,
  gatherEvidence,
  handOverFile,
  importFilingPlan,
  keepConflict,
  letCaseWait,
  nameForFile,
  nameSignatory,
  openCase,
  openFile,
  overrideGate,
  protectFile,
  registerCase,
  registerDocument,
  releaseEditLock,
  releaseUnsealing,
  removeContact,
  removeCrossReference,
  removeSearch,
  renameSearch,
  renewEvidence,
  reopenCase,
  reopenFile,
  requestUnsealing,
  resumeCase,
  retirePlanUnit,
  saveSearch,
  setReferenceTemplate,
  signOffDocument,
  skipReferenceNumbers,
  stampEvidence,
  unnameForFile,
  withdrawDocument,
];
