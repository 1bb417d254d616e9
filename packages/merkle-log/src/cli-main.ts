// SPDX-License-Identifier: EUPL-1.2
import { main } from './cli.ts';

const output = { out: (text: string) => process.stdout.write(text), err: (text: string) => process.stderr.write(text) };
process.exitCode = await main(process.argv.slice(2), process.env['LC_ALL'] ?? process.env['LANG'], output);
