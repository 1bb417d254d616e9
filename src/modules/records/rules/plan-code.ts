// SPDX-License-Identifier: EUPL-1.2

const codeShape = /^[0-9A-Z]{1,8}(?:[./-][0-9A-Z]{1,8}){0,6}$/;

/** True for a code as filing plans write it: `3`, `32`, `32.11`, `10.05.1`, `A/12`. */
export function isPlanCode(code: string): boolean {
  return codeShape.test(code);
}

/**
 * Code of the unit above in a decimal plan: the longest beginning of the code that is a unit itself, so `32.11` lies below `32.1`, else `32`, else `3`.
 * Undefined when there is none.
 */
export function parentOf(code: string, known: ReadonlySet<string>): string | undefined {
  for (let end = code.length - 1; end > 0; end -= 1) {
    const beginning = code.slice(0, end);
    if (known.has(beginning)) return beginning;
  }
  return undefined;
}

/** Whether a code is so deep that it must have a unit above. */
export function isDivided(code: string): boolean {
  return /[./-]/.test(code);
}
