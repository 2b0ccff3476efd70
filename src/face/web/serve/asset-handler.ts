import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { z } from 'zod';
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
  /** The addresses of an entry's script and of all that it imports, the entry first. */
  readonly scripts: (entry: string) => readonly string[];
  readonly handler: RequestHandler;
};

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), name: z.string().optional(), imports: z.array(z.string()).default([]) }),
);
type Manifest = z.infer<typeof manifestSchema>;

/** What the build says of its scripts; nothing where nothing was built. */
function readManifest(folder: string | undefined): Manifest {
  const file = join(folder ?? '', 'manifest.json');
  return folder !== undefined && existsSync(file) ? manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** An entry's file and those of all that it imports, each once. */
function scriptsOf(manifest: Manifest, entry: string): readonly string[] {
  const keys = new Set(Object.keys(manifest).filter((key) => manifest[key]?.name === entry));
  // A set is walked to its end, so what is added on the way is walked too.
  for (const key of keys) for (const imported of manifest[key]?.imports ?? []) keys.add(imported);
  return [...keys].flatMap((key) => manifest[key]?.file ?? []);
}

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
  const manifest = readManifest(folder);
  return {
    address: (name) => `/assets/${name}?v=${assets.get(name)?.version ?? '0'}`,
    scripts: (entry) => scriptsOf(manifest, entry).map((file) => `/assets/${file}`),
    handler: assetHandler(assets),
  };
}

/** A script's name holds a part of its content's hash, other files' addresses their version: both may be kept. */
function assetHandler(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (request, response, next) => {
    const name = String(request.params['name']);
    const asset = assets.get(name);
    if (asset === undefined) {
      next();
      return;
    }
    const forever = extname(name) === '.js' || request.query['v'] === asset.version;
    response.setHeader('Cache-Control', forever ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    response.type(asset.mediaType);
    if (request.acceptsEncodings('gzip') === 'gzip') response.setHeader('Content-Encoding', 'gzip').send(asset.packed);
    else response.send(asset.bytes);
  };
}
