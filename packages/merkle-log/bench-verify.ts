// SPDX-License-Identifier: EUPL-1.2
// Runs as a process of its own, so that the memory it reports is the verifier's alone.
import { openPath } from './src/node-source.ts';
import { NO_TRUST } from './src/verify/trust.ts';
import { verify } from './src/verify/verify.ts';

const [folder = ''] = process.argv.slice(2);
const began = performance.now();
const { verdict, facts } = await verify({ open: async () => (await openPath(folder)).source, trust: NO_TRUST });
const seconds = (performance.now() - began) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1000;
console.log(JSON.stringify({ seconds, megabytes, entries: facts.entries, errors: verdict.errors.length }));
