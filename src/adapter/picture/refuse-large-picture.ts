import { Failure } from '../../model/failure.ts';

const mostPixels = 50_000_000;
const longestSide = 20_000;
const mostTextChunks = 64;

/** Refuses a PNG whose packed texts would fill the memory: even asking for its size unpacks them. Throws file-too-large. */
export function refuseManyTexts(bytes: Uint8Array): void {
  if (countPngTexts(bytes) <= mostTextChunks) return;
  throw new Failure(
    'file-too-large',
    'This picture holds more hidden text than a letter does. Photograph the letter, or save the picture anew.',
    { facts: { mostTextChunks } },
  );
}

/** Refuses pictures that would fill the memory, before they are decoded. Throws file-too-large. */
export function refuseLargePicture(metadata: { readonly width: number; readonly height: number }): void {
  const { width, height } = metadata;
  if (width * height > mostPixels || Math.max(width, height) > longestSide) {
    throw new Failure(
      'file-too-large',
      'This picture has more pixels than we read. Make it smaller, or scan the letter at 300 dpi.',
      {
        facts: { width, height, mostPixels },
      },
    );
  }
}

/** Texts packed in a PNG: a small file may hold thousands that unpack to gigabytes. */
function countPngTexts(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.toString('latin1', 1, 4) !== 'PNG') return 0;
  let count = 0;
  for (let at = 8; at + 8 <= view.length; at += 12 + view.readUInt32BE(at)) {
    if (/^(zTXt|iTXt|tEXt|iCCP)$/.test(view.toString('latin1', at + 4, at + 8))) count += 1;
  }
  return count;
}
