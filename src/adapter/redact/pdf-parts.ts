/** The numbered objects of a PDF file. */
export type PdfParts = {
  /** A number for an object that is set later. */
  readonly reserve: () => number;
  readonly set: (number: number, body: string) => void;
  readonly add: (body: string) => number;
  readonly addStream: (entries: string, bytes: Uint8Array) => number;
  /** The whole file; `root` is the catalog's number. */
  readonly finish: (root: number) => Uint8Array;
};

/** Collects objects and writes them as a PDF with its table of places. */
export function createPdfParts(): PdfParts {
  const bodies: (Buffer | undefined)[] = [];
  const reserve = (): number => bodies.push(undefined);
  const set = (number: number, body: string | Buffer): void => {
    bodies[number - 1] = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  };
  const add = (body: string | Buffer): number => {
    const number = reserve();
    set(number, body);
    return number;
  };
  return {
    reserve,
    set,
    add,
    addStream: (entries, bytes) =>
      add(
        Buffer.concat([
          Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
          bytes,
          Buffer.from('\nendstream', 'latin1'),
        ]),
      ),
    finish: (root) => {
      const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
      const places: number[] = [];
      let length = chunks[0]?.length ?? 0;
      const push = (chunk: Buffer): void => {
        chunks.push(chunk);
        length += chunk.length;
      };
      for (const [index, body] of bodies.entries()) {
        places.push(length);
        push(
          Buffer.concat([
            Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
            body ?? Buffer.from('null'),
            Buffer.from('\nendobj\n', 'latin1'),
          ]),
        );
      }
      const start = length;
      const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
      const size = bodies.length + 1;
      push(
        Buffer.from(
          `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
          'latin1',
        ),
      );
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}
