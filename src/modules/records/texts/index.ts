// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../../../kernel/text.ts';
import { de } from './de.ts';
import { deActions } from './de-actions.ts';
import { deCases } from './de-cases.ts';
import { deCompare } from './de-compare.ts';
import { deDocuments } from './de-documents.ts';
import { deDuties } from './de-duties.ts';
import { deEditing } from './de-editing.ts';
import { deEvidence } from './de-evidence.ts';
import { deFiles } from './de-files.ts';
import { dePages } from './de-pages.ts';
import { deProof } from './de-proof.ts';
import { dePlan } from './de-plan.ts';
import { dePlanPages } from './de-plan-pages.ts';
import { en } from './en.ts';
import { enActions } from './en-actions.ts';
import { enCases } from './en-cases.ts';
import { enCompare } from './en-compare.ts';
import { enDocuments } from './en-documents.ts';
import { enDuties } from './en-duties.ts';
import { enEditing } from './en-editing.ts';
import { enEvidence } from './en-evidence.ts';
import { enFiles } from './en-files.ts';
import { enPages } from './en-pages.ts';
import { enProof } from './en-proof.ts';
import { enPlan } from './en-plan.ts';
import { enPlanPages } from './en-plan-pages.ts';

/** Everything the E-Akte says. */
export const texts: Texts = {
  de: {
    ...de,
    ...dePages,
    ...deProof,
    ...dePlan,
    ...dePlanPages,
    ...deDuties,
    ...deEvidence,
    ...deFiles,
    ...deEditing,
    ...deCompare,
    ...deCases,
    ...deDocuments,
    ...deActions,
  },
  en: {
    ...en,
    ...enPages,
    ...enProof,
    ...enPlan,
    ...enPlanPages,
    ...enDuties,
    ...enEvidence,
    ...enFiles,
    ...enEditing,
    ...enCompare,
    ...enCases,
    ...enDocuments,
    ...enActions,
  },
};
