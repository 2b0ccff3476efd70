import { crc32, deflateRawSync } from 'node:zlib';

/** A file for an archive, and the ways in which its entry may lie. */
export type ZipFile = {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly mode?: number;
  readonly encrypted?: boolean;
  /** What the list says the unpacked size is, where it isn't true. */
  readonly claimedSize?: number;
  /** Points at the first entry's bytes instead of its own. */
  readonly overlapsFirst?: boolean;
};

/** An archive, written by hand so that it may be as wrong as a test wants. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const data = Buffer.from(file.data);
    const packed = deflateRawSync(data);
    const name = Buffer.from(file.name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((file.encrypted === true ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(checksum(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(file.claimedSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((file.mode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(file.overlapsFirst === true ? 0 : offset, 10);
    const made = Buffer.from([20, 3]);
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), made, fields, rest, name]));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

/** The archive's checksum; Node 20.19 has it in zlib since 20.15. */
function checksum(data: Buffer): number {
  return crc32(data);
}
