// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../text.ts';

/** What gates say to people. */
export const gateTexts: Texts = {
  de: {
    'kernel.gate.gone': 'Diese Schranke steht nicht mehr.',
    'kernel.gate.firm': 'Über diese Schranke darf niemand hinweggehen; aufheben kann sie nur die Stelle, die sie gesetzt hat.',
  },
  en: {
    'kernel.gate.gone': 'This gate no longer stands.',
    'kernel.gate.firm': 'Nobody may pass this gate; only those who put it up can lift it.',
  },
};
