// SPDX-License-Identifier: EUPL-1.2

/** Structured operations log: no person, no address, no content. Lines are JSON. */
export interface Log {
  info(what: string, facts?: Record<string, string | number | boolean>): void;
  warn(what: string, facts?: Record<string, string | number | boolean>): void;
  /** A fault: gets a number that the user is shown. */
  fault(what: string, cause: unknown, facts?: Record<string, string | number | boolean>): string;
}

/** Writes JSON lines to `write`. */
export function createLog(write: (line: string) => void, number: () => string): Log {
  const line = (level: string, what: string, facts: object) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, what, ...facts }));
  return {
    info: (what, facts = {}) => line('info', what, facts),
    warn: (what, facts = {}) => line('warn', what, facts),
    fault(what, cause, facts = {}) {
      const id = number();
      line('fault', what, { number: id, cause: describe(cause), ...facts });
      return id;
    },
  };
}

/** Stack and code, but never a database error's `detail`: it quotes values, and values may be somebody's. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown cause';
  const code = (cause as { code?: unknown }).code;
  return `${cause.stack ?? cause.message}${typeof code === 'string' ? ` [${code}]` : ''}`;
}
