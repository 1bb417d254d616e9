// SPDX-License-Identifier: EUPL-1.2
// For `node --test --test-global-setup=./test/setup.ts`: one server for the whole run; the test files find it in the environment.
import { clusterVariable, type OpenTestCluster, openTestCluster } from './cluster.ts';

let opened: OpenTestCluster | undefined;

/** Before the first test file. */
export async function globalSetup(): Promise<void> {
  opened = await openTestCluster();
  process.env[clusterVariable] = JSON.stringify(opened.cluster);
}

/** After the last test file. */
export async function globalTeardown(): Promise<void> {
  await opened?.close();
}
