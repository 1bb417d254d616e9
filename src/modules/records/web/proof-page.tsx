// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { LinkButton, Notice, PageHead, Part, ProofChain, ProofPoints, Verdict } from '../../../ui/index.ts';
import { proofPackage } from '../commands/make-proof-package.ts';
import { type FileHead, findFileHead } from '../queries/file-head.ts';
import { collectFileProof } from '../queries/proof.ts';
import type { FileProof } from '../rules/file-proof.ts';
import { showMoment, showSize } from './words.ts';

/** Beweis: why nobody could have changed this file, link by link, and the package that a stranger checks offline. */
export const proofPage: Page = {
  path: '/files/:file/proof',
  permission: 'records.read',
  async show(visit) {
    const file = visit.param('file');
    const { head, proof } = await visit.read(async (tx) => ({
      head: await findFileHead(tx, file),
      proof: await collectFileProof(visit.runtime, tx, file),
    }));
    if (!head || !proof) return visit.notFound();
    return visit.html(
      frame(visit, {
        title: visit.say('records.proof.title'),
        current: '/files',
        body: <Proof visit={visit} head={head} proof={proof} />,
      }),
    );
  },
};

function Proof({ visit, head, proof }: { visit: Visit; head: FileHead; proof: FileProof }) {
  const { say, caller } = visit;
  const size = proof.contents.reduce((sum, content) => sum + content.size, 0);
  const counts = { entries: proof.entries.length, contents: proof.contents.length, size: showSize(size) };
  const erased = proof.entries.filter(({ personal }) => personal === undefined).length;
  return (
    <>
      <PageHead
        title={say('records.proof.title')}
        crumbs={[{ label: `${head.reference} ${head.subject}`, href: `/files/${head.id}` }]}
        actions={
          caller.permissions.has('records.prove') ? (
            <LinkButton look="main" icon="down" href={`/files/${head.id}/proof-package`} download>
              {say('records.proof.package', counts)}
            </LinkButton>
          ) : undefined
        }
      />
      <Verdict
        state={proof.sound ? 'proven' : 'broken'}
        title={say(proof.sound ? 'records.proof.sound' : 'records.proof.broken')}
      >
        {say('records.proof.checked', counts)}
      </Verdict>
      {proof.differences.length > 0 ? (
        <Notice tone="late">
          {say('records.proof.differences', {
            n: proof.differences.length,
            what: [...new Set(proof.differences.map(({ what }) => say(`records.proof.difference.${what}`)))].join('; '),
          })}
        </Notice>
      ) : null}
      <Part id="chain" title={say('records.proof.chain')} gap>
        <Chain visit={visit} proof={proof} />
      </Part>
      <ProofPoints proven={points(visit, 'proven', 3, counts)} notProven={points(visit, 'not-proven', 4, counts)} />
      {proof.evidence.length > 0 ? <Notice>{say('records.proof.stamped', { n: proof.evidence.length })}</Notice> : null}
      {erased > 0 ? <Notice>{say('records.proof.erased', { n: erased })}</Notice> : null}
      <Part id="yourself" title={say('records.proof.yourself')} gap>
        <p>{say('records.proof.how')}</p>
        <pre class="command">
          <code>node fachwerk-verify.mjs {head.reference.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.zip</code>
        </pre>
        <p class="muted">{say('records.proof.key', { key: proof.key })}</p>
      </Part>
    </>
  );
}

function Chain({ visit: { say }, proof }: { visit: Visit; proof: FileProof }) {
  const longest = Math.max(0, ...proof.entries.map(({ path }) => path.length));
  const witnesses = [...new Set(proof.witnesses.map(({ name }) => name))];
  return (
    <ProofChain
      links={[
        {
          kind: 'pages',
          title: say('records.proof.link.contents', { n: proof.contents.length }),
          text: say('records.proof.link.contents-text'),
        },
        {
          kind: 'entries',
          title: say('records.proof.link.entries', { n: proof.entries.length }),
          text: say('records.proof.link.entries-text', { n: proof.entries.length }),
        },
        { kind: 'tree', title: say('records.proof.link.tree'), text: say('records.proof.link.tree-text', { n: longest }) },
        {
          kind: 'checkpoint',
          title: say('records.proof.link.checkpoint'),
          text: say('records.proof.link.checkpoint-text', { n: proof.head.size.toLocaleString('de-DE') }),
        },
        {
          kind: 'witnesses',
          title: say('records.proof.link.witnesses', { n: witnesses.length }),
          text:
            witnesses.length === 0
              ? say('records.proof.link.no-witness')
              : say('records.proof.link.witnesses-text', {
                  names: witnesses.join(', '),
                  date: showMoment(proof.witnesses[0]!.at),
                }),
        },
      ]}
    />
  );
}

function points({ say }: Visit, side: 'proven' | 'not-proven', count: number, values: Record<string, string | number>) {
  return Array.from({ length: count }, (_, index) => ({
    point: say(`records.proof.${side}.${index + 1}`),
    why: say(`records.proof.${side}.${index + 1}-why`, values),
  }));
}

/** The package: all entries with their proofs, all contents, and the page that checks them without any network. */
export const proofPackageEndpoint: Endpoint = {
  method: 'GET',
  path: '/files/:file/proof-package',
  permission: 'records.prove',
  summary: 'Proof package of a file as ZIP',
  async handle(visit) {
    const { runtime } = visit;
    const file = visit.param('file');
    const { head, proof } = await visit.read(async (tx) => ({
      head: await findFileHead(tx, file),
      proof: await collectFileProof(runtime, tx, file),
    }));
    if (!head || !proof) return visit.notFound();
    const bytes = await proofPackage(runtime, { title: `${head.reference} ${head.subject}`, proof });
    const name = `${head.reference.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.zip`;
    return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
};
