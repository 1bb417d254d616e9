// SPDX-License-Identifier: EUPL-1.2
import { blobTexts } from '../blob/index.ts';
import { deadlineTexts } from '../deadline/index.ts';
import { gateTexts } from '../gate/index.ts';
import type { Texts } from '../text.ts';
import { de } from './de.ts';
import { en } from './en.ts';

/** The kernel's texts in all languages it has. */
export const kernelTexts: Texts = {
  de: { ...de, ...deadlineTexts.de, ...blobTexts.de, ...gateTexts.de },
  en: { ...en, ...deadlineTexts.en, ...blobTexts.en, ...gateTexts.en },
};
