import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';

export interface TlsAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** SHA-256 of the certificate that the server showed. */
  readonly fingerprint: string;
}

/** One request over https, on a connection of its own unless `options` name an agent. */
export async function askOverTls(
  url: string,
  path: string,
  options: RequestOptions & { readonly body?: string } = {},
): Promise<TlsAnswer> {
  const { hostname, port } = new URL(url);
  const { body, ...rest } = options;
  const sent = request({ hostname, port, path, agent: false, ...rest });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  // A kept connection has no certificate to show any more when its answer has ended.
  const { fingerprint256 } = (response.socket as TLSSocket).getPeerCertificate();
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(chunks).toString('utf8'),
    fingerprint: fingerprint256,
  };
}

/** The protocol and suite of a handshake; the error's code when it fails. */
export async function handshake(url: string, options: ConnectionOptions): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({
    host: hostname,
    port: Number(port),
    rejectUnauthorized: false,
    ...options,
  });
  try {
    await once(socket, 'secureConnect');
    return `${socket.getProtocol() ?? ''} ${socket.getCipher().name}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'failed';
  } finally {
    socket.destroy();
  }
}
