import { crc32 } from 'node:zlib';

/** A WAV of one second: a tone of 440 Hz, mono, 8 kHz, 16 bits. */
export function makeWav(): Buffer {
  const rate = 8_000;
  const wav = Buffer.alloc(44 + rate * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  // PCM, one channel.
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(rate * 2, 40);
  for (let sample = 0; sample < rate; sample += 1) {
    const value = Math.sin((2 * Math.PI * 440 * sample) / rate);
    wav.writeInt16LE(Math.round(value * 8_000), 44 + sample * 2);
  }
  return wav;
}

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
}

/** A ZIP archive whose entries are stored, not compressed. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const common = zipCommonHeader(name, data);
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004', 'latin1'),
      common,
      Buffer.from(name),
      data,
    ]);
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002', 'latin1'),
        // Made by version 2.0.
        Buffer.from([20, 0]),
        common,
        position,
        Buffer.from(name),
      ]),
    );
    files.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}

/** The 26 bytes that a file's local header and its directory entry have in common. */
function zipCommonHeader(name: string, data: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  // 1980-01-01, so that the same entries always give the same bytes.
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc32(data), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
}
