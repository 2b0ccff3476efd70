import { Failure } from '../model/failure.ts';
import type { Source } from '../seam/reader.ts';
import { type Photo, readJpeg, readPng } from './photo-shape.ts';

const pageWidthPoints = 612;

/** One photo as a page: the picture in full, turned the way the camera was held. */
function pageOf(photo: Photo, at: number): readonly Buffer[] {
  const height = Math.round((pageWidthPoints * photo.height) / photo.width);
  const first = 3 + at * 3;
  const content = `q ${pageWidthPoints} 0 0 ${height} 0 0 cm /P Do Q`;
  const page = `${first} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidthPoints} ${height}] /Rotate ${photo.turn} /Resources << /XObject << /P ${first + 1} 0 R >> >> /Contents ${first + 2} 0 R >>\nendobj\n`;
  const picture = `${first + 1} 0 obj\n<< /Type /XObject /Subtype /Image /Width ${photo.width} /Height ${photo.height} /BitsPerComponent 8 /ColorSpace ${photo.colors} ${photo.filter} /Length ${photo.bytes.length} >>\nstream\n`;
  const stream = `${first + 2} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
  return [
    Buffer.from(page),
    Buffer.concat([Buffer.from(picture), photo.bytes, Buffer.from('\nendstream\nendobj\n')]),
    Buffer.from(stream),
  ];
}

function assemble(objects: readonly Buffer[]): Buffer {
  const header = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1');
  let at = header.length;
  const offsets = objects.map((object) => {
    const offset = at;
    at += object.length;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([header, ...objects, Buffer.from(table + trailer)]);
}

/**
 * Photos of the pages of one letter as one file, in the order given. Nothing is decoded: the pictures' own bytes are
 * put into pages. Throws request-invalid for anything but JPEG and plain PNG pictures.
 */
export function bindPhotos(files: readonly Source[]): Source {
  const photos = files.map(({ bytes }, at) => {
    const photo = readJpeg(bytes) ?? readPng(bytes);
    if (photo !== undefined) return photo;
    throw new Failure(
      'request-invalid',
      `File ${at + 1} can't be a page beside others. Send several pages as JPEG photos, or one file with all of them.`,
    );
  });
  const kids = photos.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  const objects = [
    Buffer.from('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    Buffer.from(`2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${photos.length} >>\nendobj\n`),
    ...photos.flatMap(pageOf),
  ];
  const name = files[0]?.name.replace(/\.[^.]*$/, '') ?? 'letter';
  return { name: `${name} (${photos.length}).pdf`, bytes: assemble(objects) };
}
