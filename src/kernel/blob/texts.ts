// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../text.ts';

/** What the content store says to people. */
export const blobTexts: Texts = {
  de: {
    'blob.storage-full':
      'Der Speicher ist voll. Es wurde nichts gespeichert. Bitte die Systembetreuung verständigen und später noch einmal versuchen.',
    'blob.storage-fault':
      'Der Speicher antwortet nicht richtig. Es wurde nichts gespeichert. Bitte später noch einmal versuchen.',
    'blob.too-large': 'Die Datei ist größer als erlaubt.',
    'blob.not-found': 'Dieser Inhalt ist nicht oder nicht mehr vorhanden.',
    'blob.offset-mismatch': 'Die Übertragung ist an einer anderen Stelle stehen geblieben. Sie wird dort fortgesetzt.',
    'blob.upload-busy': 'Diese Datei wird gerade schon übertragen.',
    'blob.upload-unknown': 'Diese Übertragung ist abgelaufen oder unbekannt. Bitte die Datei noch einmal auswählen.',
  },
  en: {
    'blob.storage-full': 'The storage is full. Nothing was saved. Please inform the administrators and try again later.',
    'blob.storage-fault': 'The storage does not answer properly. Nothing was saved. Please try again later.',
    'blob.too-large': 'The file is larger than allowed.',
    'blob.not-found': 'This content does not exist, or no longer.',
    'blob.offset-mismatch': 'The transfer stopped at another point. It continues from there.',
    'blob.upload-busy': 'This file is being transferred already.',
    'blob.upload-unknown': 'This transfer has expired or is unknown. Please choose the file again.',
  },
};
