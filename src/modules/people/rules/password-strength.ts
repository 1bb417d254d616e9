// SPDX-License-Identifier: EUPL-1.2

/** Fewest characters of a password: length protects, rules about digits and signs only teach patterns (BSI ORP.4, NIST SP 800-63B). */
export const shortestPassword = 12;

/** Most characters: longer ones only cost computing time. */
export const longestPassword = 200;

const fewestDifferentSigns = 5;
const shortestTellingPart = 4;

/** First guesses of every attacker, in the spelling without digits and signs. */
const favourites = [
  'passwort',
  'password',
  'kennwort',
  'qwertz',
  'qwerty',
  'asdfgh',
  'abcdef',
  'willkommen',
  'hallo',
  'sommer',
  'winter',
];

/** Why a password is too weak, as a text key; undefined when it will do. `known` are words that stand in the person's own data. */
export function weakness(password: string, known: readonly string[]): string | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return 'people.password.too-short';
  if (length > longestPassword) return 'people.password.too-long';
  if (new Set(password).size < fewestDifferentSigns) return 'people.password.too-simple';
  const folded = password.toLowerCase();
  const telling = known
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= shortestTellingPart);
  if (telling.some((part) => folded.includes(part))) return 'people.password.contains-name';
  const bare = folded.replaceAll(/[^\p{L}]/gu, '');
  if (favourites.some((word) => bare === word || bare === word + word)) return 'people.password.too-common';
  return undefined;
}
