import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { iconFile } from './icon-file.ts';

type Asset = { readonly mediaType: string; readonly bytes: Buffer; readonly packed: Buffer; readonly version: string };

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const yearSeconds = 31_536_000;

export type Assets = {
  /** The address of a file, which changes when its content does. */
  readonly address: (name: string) => string;
  readonly handler: RequestHandler;
};

/** The client's few files, read and packed once. Without a folder (tests of the server alone) there is only the icon. */
export function loadAssets(folder: string | undefined): Assets {
  const names = folder !== undefined && existsSync(folder) ? readdirSync(folder) : [];
  const assets = new Map<string, Asset>();
  const add = (name: string, bytes: Buffer): void => {
    const mediaType = mediaTypes[extname(name)];
    if (mediaType === undefined) return;
    const version = createHash('sha256').update(bytes).digest('base64url').slice(0, 10);
    assets.set(name, { mediaType, bytes, packed: gzipSync(bytes, { level: 9 }), version });
  };
  add('icon.svg', Buffer.from(iconFile));
  for (const name of names) add(name, readFileSync(join(folder ?? '', name)));
  return assetsOf(assets);
}

function assetsOf(assets: ReadonlyMap<string, Asset>): Assets {
  return {
    address: (name) => `/assets/${name}?v=${assets.get(name)?.version ?? '0'}`,
    handler: (request, response, next) => {
      const asset = assets.get(String(request.params['name']));
      if (asset === undefined) {
        next();
        return;
      }
      const forever = request.query['v'] === asset.version;
      response.setHeader('Cache-Control', forever ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      response.setHeader('Vary', 'Accept-Encoding');
      response.type(asset.mediaType);
      if (request.acceptsEncodings('gzip') === 'gzip')
        response.setHeader('Content-Encoding', 'gzip').send(asset.packed);
      else response.send(asset.bytes);
    },
  };
}
