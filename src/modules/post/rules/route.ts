// SPDX-License-Identifier: EUPL-1.2

/** How a rule of the routing register recognises post, strongest first. */
export const routeKinds = ['barcode', 'address', 'sender', 'keyword', 'rest'] as const;
export type RouteKind = (typeof routeKinds)[number];

/** One rule: what is recognised goes into the inbox of that office. */
export interface Route {
  readonly kind: RouteKind;
  readonly pattern: string;
  readonly office: string;
}

/** What is known of a piece of post when it is routed. */
export interface Routed {
  readonly barcode: string;
  readonly recipient: string;
  readonly sender: string;
  readonly senderAddress: string;
  /** Subject, and the text as far as it was read. */
  readonly words: string;
}

/** The rule that fits: the surest kind first, of one kind the longest pattern. Undefined when not even a rule for the rest is there. */
export function routeFor(post: Routed, routes: readonly Route[]): Route | undefined {
  const fitting = routes.filter((route) => fits[route.kind](post, plain(route.pattern)));
  return fitting.toSorted(
    (one, other) => routeKinds.indexOf(one.kind) - routeKinds.indexOf(other.kind) || other.pattern.length - one.pattern.length,
  )[0];
}

const fits: Readonly<Record<RouteKind, (post: Routed, pattern: string) => boolean>> = {
  barcode: ({ barcode }, pattern) => plain(barcode) === pattern,
  address: ({ recipient }, pattern) => plain(recipient).includes(pattern),
  // A pattern with an @ in front of it means everybody of that house: `@ihk.example`.
  sender: ({ sender, senderAddress }, pattern) =>
    plain(senderAddress) === pattern ||
    (pattern.startsWith('@') && plain(senderAddress).endsWith(pattern)) ||
    plain(sender) === pattern,
  keyword: ({ words }, pattern) => holdsWord(plain(words), pattern),
  rest: () => true,
};

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** The word begins where it stands; it may go on, as German words do: „Gaststätte“ finds „Gaststättenerlaubnis“. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return word !== '';
  }
  return false;
}
