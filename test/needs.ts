// SPDX-License-Identifier: EUPL-1.2
import { findProgram } from '../tools/doctor/programs.ts';

/**
 * Options for a test that needs programs of the system: `test('…', needs('pdftoppm'), …)`. Without them it is skipped, and counted so; with
 * FACHWERK_REQUIRE=all it runs and fails, because there nothing may be missing.
 */
export function needs(...programs: readonly string[]): { skip: string | false } {
  const missing = programs.filter((name) => findProgram(name) === undefined);
  if (missing.length === 0 || process.env['FACHWERK_REQUIRE'] === 'all') return { skip: false };
  return { skip: `${missing.join(', ')} fehlt` };
}
