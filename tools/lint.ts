// SPDX-License-Identifier: EUPL-1.2
// npm run lint [-- --fix] [paths …]
import { lint } from './checks.ts';

const args = process.argv.slice(2);
const { state, output } = await lint({
  fix: args.includes('--fix'),
  paths: args.filter((argument) => !argument.startsWith('--')),
});
console.log(output.trim());
process.exitCode = state === 'failed' ? 1 : 0;
