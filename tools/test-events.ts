// SPDX-License-Identifier: EUPL-1.2
// Reporter for node:test: every ended test as one line of JSON, for the process that runs the files.
import type { TestEvent as NodeTestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** A test that ended in a test file's process. */
export interface TestEvent {
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly name: string;
  readonly milliseconds: number;
  readonly error?: string | undefined;
}

/** Called by node:test (`--test-reporter`). */
export default async function* reportEvents(source: AsyncIterable<NodeTestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    const ended = toEvent(event);
    if (ended) yield `${JSON.stringify(ended)}\n`;
  }
}

function toEvent({ type, data }: NodeTestEvent): TestEvent | undefined {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined;
  const { name, details, skip, todo } = data;
  const milliseconds = details.duration_ms ?? 0;
  if (type === 'test:pass' && details.type === 'suite') return undefined;
  if (skip !== undefined || todo !== undefined) return { state: 'skipped', name, milliseconds };
  if (type === 'test:pass') return { state: 'passed', name, milliseconds };
  const { error } = data.details;
  if ((error as { failureType?: string }).failureType === 'subtestsFailed') return undefined; // its parts are reported themselves
  return { state: 'failed', name, milliseconds, error: inspect(error.cause ?? error, { depth: 6 }) };
}
