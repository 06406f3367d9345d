/** Serves the pane as Vite built it: its files as they are, its page with a nonce of its own for each answer. */
import { randomBytes } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What stands in the built page where the nonce goes (vite.config.ts of the pane). */
const placeholder = '{{nonce}}';

/** Nothing but this machine is asked for anything; styles that Fluent UI makes carry the nonce. */
function contentSecurity(nonce: string): string {
  const local = 'http://127.0.0.1:* http://localhost:*';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: ${local}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Adds the pane's page at / and its files beside it; `folder` is what Vite built. */
export function addPane(app: FastifyInstance, folder: string): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  app.get('/', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.headers({ 'content-security-policy': contentSecurity(nonce) });
    return reply.type('text/html; charset=utf-8').send(page.replaceAll(placeholder, nonce));
  });
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  for (const name of names.filter((each) => each !== 'index.html')) {
    const content = readFileSync(join(folder, name));
    app.get(`/${name.replaceAll('\\', '/')}`, async (_request, reply) => {
      // Names of assets hold a hash of their content.
      if (name.startsWith('assets')) reply.header('cache-control', 'public, max-age=31536000, immutable');
      return reply.type(types[extname(name)] ?? 'application/octet-stream').send(content);
    });
  }
}
