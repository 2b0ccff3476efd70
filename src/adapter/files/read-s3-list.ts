import type { StoredFile } from '../../seam/files.ts';

const partOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

const unescapeXml = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** One page of a bucket's list (ListObjectsV2). Keys are the program's own, so no more of XML is needed than this. */
export function readS3List(xml: string): { readonly files: readonly StoredFile[]; readonly next?: string } {
  const files = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
    key: unescapeXml(partOf(entry, 'Key') ?? ''),
    bytes: Number(partOf(entry, 'Size') ?? 0),
    changed: new Date(partOf(entry, 'LastModified') ?? 0),
  }));
  const next = partOf(xml, 'NextContinuationToken');
  return next === undefined ? { files } : { files, next: unescapeXml(next) };
}
