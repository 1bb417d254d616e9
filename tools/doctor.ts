// SPDX-License-Identifier: EUPL-1.2
// npm run doctor [-- --json]: what is there, what is missing, what is outdated, what is insecure.
import { dataFolderAt, dataPath } from './data-folder.ts';
import { judgeDatabase } from './doctor/database.ts';
import { exitCodeFor, type Finding, printFindings } from './doctor/finding.ts';
import { judgeMachine, judgePort, thisMachine } from './doctor/machine.ts';
import { judgePrograms } from './doctor/programs.ts';
import { judgeStorage } from './doctor/storage.ts';
import { whoHolds } from './instance.ts';

const dataDir = dataPath();
const machine = thisMachine();
const findings: Finding[] = [
  ...judgeMachine(machine),
  ...judgeStorage(dataDir),
  ...(await judgeDatabase(dataDir, process.env['DATABASE_URL'], machine.isPublic)),
  await judgePort(process.env, whoHolds(dataFolderAt(dataDir))?.url),
  ...judgePrograms(),
];
const isJson = process.argv.includes('--json');
const exitCode = exitCodeFor(findings);
console.log(isJson ? JSON.stringify({ ok: exitCode === 0, at: machine.now, findings }, null, 2) : printFindings(findings));
process.exitCode = exitCode;
