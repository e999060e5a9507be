import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import ts from 'typescript';
import type { Reply, Route } from './static-server.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.xml': 'application/xml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A route that serves a folder under a prefix (`/mail/`). `.ts` files are sent as JavaScript, their types taken away, so that
 * the sample pages need no build. Nothing outside the folder can be reached.
 */
export function serveFolder(prefix: string, folder: string, headers: Record<string, string> = {}): Route {
  return async (url) => {
    if (!url.pathname.startsWith(prefix)) return null;
    const rest = decodeURIComponent(url.pathname.slice(prefix.length));
    const path = join(folder, rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest);
    const type = TYPES[extname(path)];
    if (!path.startsWith(folder + sep) || type === undefined) return null;
    const bytes = await readOrNull(path);
    return bytes === null
      ? null
      : withHeaders({ type, body: path.endsWith('.ts') ? toJavaScript(bytes) : bytes }, headers);
  };
}

function withHeaders(reply: Reply, headers: Record<string, string>): Reply {
  return { ...reply, headers };
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EISDIR')) return null;
    throw cause;
  }
}

function toJavaScript(bytes: Buffer): string {
  return ts.transpileModule(bytes.toString('utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  }).outputText;
}
