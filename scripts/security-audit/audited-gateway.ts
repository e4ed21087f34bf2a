import { Agent as HttpAgent, request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

/** 30 s: nothing that an audit asks takes longer. */
const ANSWER_MS_MAX = 30_000;

/** 16 MB: more is no response of the gateway. */
const BYTES_MAX = 16_777_216;

export interface AskedRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ToldResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Connections at the same time: an audit must not keep clients from being served. */
const SOCKETS_MAX = 8;

interface GatewayOptions {
  readonly url: string;
  /** A key with the scope `operator`; undefined: none was given. */
  readonly key: string | undefined;
  /** PEM of an authority to trust beside those of Node. */
  readonly ca?: string;
}

/** The running gateway that is audited. */
export class AuditedGateway {
  readonly url: URL;
  readonly key: string | undefined;
  readonly ca: string | undefined;
  readonly #agent: HttpAgent;

  constructor({ url, key, ca }: GatewayOptions) {
    this.url = new URL(url);
    this.key = key;
    this.ca = ca;
    const connections = { keepAlive: true, maxSockets: SOCKETS_MAX };
    const isTls = this.url.protocol === 'https:';
    this.#agent = isTls ? new HttpsAgent(connections) : new HttpAgent(connections);
  }

  /** Any request. An upgrade that is granted counts as a response. */
  async send({
    method = 'GET',
    path = '/',
    headers = {},
    body,
  }: AskedRequest): Promise<ToldResponse> {
    const isTls = this.url.protocol === 'https:';
    return await new Promise((resolve, reject) => {
      const request = (isTls ? requestHttps : requestHttp)(new URL(path, this.url), {
        method,
        headers,
        agent: this.#agent,
        timeout: ANSWER_MS_MAX,
        // Whether the certificate is trusted is the business of the check `tls`.
        rejectUnauthorized: false,
      });
      request.on('timeout', () => {
        request.destroy(new Error(`no response within ${String(ANSWER_MS_MAX)} ms`));
      });
      request.on('error', reject);
      request.on('upgrade', ({ statusCode = 0, headers: told }, socket) => {
        socket.destroy();
        resolve({ status: statusCode, headers: told, text: '' });
      });
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('error', reject);
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > BYTES_MAX) request.destroy(new Error('the response is too large'));
        });
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      request.end(body);
    });
  }

  /** POST /graphql. `key`: undefined sends no credential. */
  async post(
    body: object,
    key: string | undefined,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ToldResponse> {
    return await this.send({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }

  /** The data of a document of an operator. Throws when there is no key, and for errors. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    if (this.key === undefined) throw new Error('No operator key was given (--key-file).');
    const { status, text } = await this.post({ query, variables }, this.key);
    const { data, errors } = JSON.parse(text) as { data?: Data | null; errors?: unknown };
    if (errors !== undefined || data === undefined || data === null) {
      throw new Error(`The gateway answered ${String(status)}: ${JSON.stringify(errors)}`);
    }
    return data;
  }
}
