// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext } from 'hono/jsx';
import { type UiTexts, uiTexts } from './texts/index.ts';

/** The language tag of the page being rendered; `Shell` sets it, a fragment sets it with `<Language value="en">`. */
export const Language = createContext<string>('de');

/** The building blocks' texts in the language of the page. */
export function useTexts(): UiTexts {
  return uiTexts(useContext(Language));
}
