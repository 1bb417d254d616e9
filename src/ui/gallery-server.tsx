// SPDX-License-Identifier: EUPL-1.2
// Serves the gallery on this machine, with the policy of the real pages and just enough of a server behind the islands.
// To look at it: node --import ./tools/tsx.mjs src/ui/gallery-server.tsx
import { createHash } from 'node:crypto';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { assetResponse, loadAssets } from './assets.ts';
import { type GalleryVariant, galleryPage, galleryVariants } from './gallery.tsx';
import { TreeItems } from './tree.tsx';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

type Received = { id: string; name: string; size: number; pieces: Buffer[] };
export type Gallery = {
  base: string;
  uploads: Map<string, Received> /** The next so many pieces break the line. */;
  breakNext: (count: number) => void;
  close: () => Promise<void>;
};

const received = (upload: Received) => upload.pieces.reduce((sum, piece) => sum + piece.byteLength, 0);

/** The resumable protocol in memory, with a line that can be broken on demand. */
function uploadRoutes(app: Hono, uploads: Map<string, Received>, broken: { left: number }): void {
  const find = (context: Context) => [...uploads.values()].find((upload) => upload.id === context.req.param('id'));
  app.post('/uploads', async (context) => {
    const { name, size } = (await context.req.json()) as { name: string; size: number };
    if (name.endsWith('.exe')) return context.json({ message: 'Programme gehören nicht in eine Akte.' }, 422);
    const key = context.req.header('idempotency-key') ?? '';
    const upload = uploads.get(key) ?? { id: createHash('sha256').update(key).digest('hex').slice(0, 8), name, size, pieces: [] };
    uploads.set(key, upload);
    return context.json({ id: upload.id, offset: received(upload), chunkSize: 64_000 });
  });
  app.on('HEAD', '/uploads/:id', (context) => {
    const upload = find(context);
    return context.body(null, upload ? 200 : 404, { 'upload-offset': String(upload ? received(upload) : 0) });
  });
  app.patch('/uploads/:id', async (context) => {
    const upload = find(context);
    const piece = Buffer.from(await context.req.arrayBuffer());
    if (broken.left > 0) {
      broken.left -= 1;
      return context.json({}, 503);
    }
    if (!upload || Number(context.req.header('upload-offset')) !== received(upload)) return context.json({}, 409);
    upload.pieces.push(piece);
    const offset = received(upload);
    return context.json(offset >= upload.size ? { offset, done: true, location: `/case#${upload.id}` } : { offset });
  });
}

function answerRoutes(app: Hono): void {
  app.get('/search/suggest', (context) => {
    const q = context.req.query('q') ?? '';
    const items = [
      { title: 'Verfügung schreiben', detail: 'zu 32.11-0042#3 „Zum Anker“', href: '/forms', icon: 'seats', key: 'v' },
      { title: '32.11-0042#3 Gaststättenerlaubnis', detail: 'offen · jetzt bei 20 Kämmerei', href: '/case', icon: 'folder' },
    ];
    return context.json({ groups: q.includes('x') ? [] : [{ title: 'Springen', items }] });
  });
  app.get('/combo', (context) => {
    const q = (context.req.query('q') ?? '').toLowerCase();
    const all = ['32.11-0042#3 Zum Anker', '32.11-0042#2 Außenfläche', '63.30-1187#1 Nutzungsänderung'];
    return context.json({
      items: all
        .filter((label) => label.toLowerCase().includes(q))
        .map((label, index) => ({ value: `case-${index}`, label, detail: 'offen' })),
    });
  });
  app.get('/fragment', (context) =>
    context.html(
      String(
        <TreeItems
          nodes={[
            { id: 'f1', number: '1', label: 'Antrag 2009', href: '#f1' },
            { id: 'f2', number: '2', label: 'Erlaubnis 2009', href: '#f2' },
          ]}
        />,
      ),
    ),
  );
}

/** Starts the gallery on a free port of 127.0.0.1, or on the one given. */
export async function serveGallery(port = 0): Promise<Gallery> {
  const assets = await loadAssets({ env: {} });
  const uploads = new Map<string, Received>();
  const broken = { left: 0 };
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('content-security-policy')) context.header('content-security-policy', policy);
  });
  app.get(
    '/assets/*',
    (context) => assetResponse(assets, context.req.path, context.req.header('accept-encoding')) ?? context.notFound(),
  );
  uploadRoutes(app, uploads, broken);
  answerRoutes(app);
  app.get('/search', (context) =>
    context.html(`<!doctype html><html lang="de"><title>${encodeURIComponent(context.req.query('q') ?? '')}</title></html>`),
  );
  app.all('/:variant', (context) => {
    const variant = galleryVariants.find((name) => name === context.req.param('variant')) ?? ('desk' satisfies GalleryVariant);
    return context.html(String(galleryPage(assets, variant)));
  });
  const { server, base } = await new Promise<{ server: ReturnType<typeof serve>; base: string }>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) =>
      resolve({ server: started, base: `http://127.0.0.1:${info.port}` }),
    );
  });
  return {
    base,
    uploads,
    breakNext: (count) => {
      broken.left = count;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

if (import.meta.main) console.log(`Galerie: ${(await serveGallery(Number(process.env['PORT'] ?? 8090))).base}/desk`);
