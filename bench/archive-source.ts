/**
 * A server of large files, in a process of its own: `/N` is a file of N bytes, which costs it next to
 * nothing. Prints its address.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';

const PIECE = randomBytes(262_144);

const server = createServer((request, response) => {
  const total = Number(request.url?.slice(1));
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  let left = total - from;
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'video/mp4',
    'content-length': left,
    etag: `"${String(total)}"`,
    ...(from > 0 && {
      'content-range': `bytes ${String(from)}-${String(total - 1)}/${String(total)}`,
    }),
  });
  const send = (): void => {
    while (left > 0) {
      const piece = left < PIECE.length ? PIECE.subarray(0, left) : PIECE;
      left -= piece.length;
      if (!response.write(piece)) {
        response.once('drain', send);
        return;
      }
    }
    response.end();
  };
  send();
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${String(port)}\n`);
});
