import RunwayML from '@runwayml/sdk';
import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import type { HttpRequest } from './transport.js';

/*
 * The SDK, turned inside out: it builds the request, the gateway sends it and judges the answer.
 *
 *   SubmissionSender.send ── RunwayApi.submit ── RunwayClient.submit
 *                                                      │
 *                                                 throughSdk ──► new RunwayML({ … })
 *                                                      ▲              │ client.textToVideo.create(body)
 *                                                      │              ▼
 *                                                      │         our `request`: SDK's url, headers, body
 *                                                      │              │ send(request)
 *                                                      │              ▼
 *                                                      │         RunwayTransport.send ──► one POST
 *                                                      │              │ Exchange: the answer, or how it failed
 *                                      the SDK is told nothing; the Exchange goes to submitOutcome ──► SubmissionResult
 */

/** The only version in use. Source: Runway's OpenAPI document, header X-Runway-Version. */
const RUNWAY_VERSION = '2024-11-06';

/** What may leave by header; the SDK would also send what RUNWAYML_CUSTOM_HEADERS names. */
const HEADERS_SENT = /^(accept|authorization|content-type|user-agent|x-runway-.+|x-stainless-.+)$/;

/** What the SDK is called with: ids of the path in order, then the body or query, if it takes one. */
export interface SdkCall {
  readonly method: SdkMethod;
  readonly pathIds: readonly string[];
  /** Of a GET: the query. */
  readonly body?: object;
}

export interface SdkOptions {
  readonly baseUrl: string;
  readonly secret: string;
  readonly onBehalfOf: string | null;
  readonly timeoutMs: number;
  readonly responseBytesMax: number;
}

type Send = (request: HttpRequest) => Promise<void>;

/**
 * Lets Runway's SDK make one request and hands it to `send`. The SDK knows paths, headers and
 * encoding; what comes back is judged by us alone, so the SDK never hears of it.
 */
export async function throughSdk(call: SdkCall, options: SdkOptions, send: Send): Promise<void> {
  const client = sdkClient(options, send);
  const headers = callHeaders(options);
  const body = call.body === undefined ? [] : [call.body];
  await sdkFunction(client, call.method)(...call.pathIds, ...body, { headers });
}

/** The slot alone: the SDK has no method for it, only one that also uploads the bytes. */
export async function uploadSlotThroughSdk(
  filename: string,
  options: SdkOptions,
  send: Send,
): Promise<void> {
  const body = { filename, type: 'ephemeral' };
  await sdkClient(options, send).post('/v1/uploads', { body, headers: callHeaders(options) });
}

/** Headers of a call win over everything the SDK reads from its environment. */
function callHeaders({ secret, onBehalfOf }: SdkOptions): Record<string, string | null> {
  return {
    Authorization: `Bearer ${secret}`,
    'X-Runway-Version': RUNWAY_VERSION,
    'X-Runway-On-Behalf-Of': onBehalfOf,
  };
}

/**
 * The SDK without its sending: retries, deadlines and the reading of answers are the gateway's own,
 * and the SDK's would take longer than all the rest of a call. Every option is given: what is left
 * out the SDK takes from environment variables of its own.
 */
function sdkClient(options: SdkOptions, send: Send): RunwayML {
  const { baseUrl, secret, timeoutMs, responseBytesMax } = options;
  const client = new RunwayML({
    apiKey: secret,
    baseURL: baseUrl,
    runwayVersion: RUNWAY_VERSION,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    defaultHeaders: {},
    defaultQuery: {},
    fetchOptions: {},
    fetch: neverFetch,
  });
  const sendBuilt = async (given: RequestOptions): Promise<void> => {
    const { req, url } = await client.buildRequest(await given);
    const headers: Record<string, string> = {};
    for (const [name, value] of req.headers) if (HEADERS_SENT.test(name)) headers[name] = value;
    await send({
      method: (req.method ?? 'get').toUpperCase(),
      url,
      headers,
      body: typeof req.body === 'string' ? req.body : null,
      timeoutMs,
      responseBytesMax,
    });
  };
  // All methods of the SDK end in one of these two, whose promises are only awaited.
  client.request = (given) => sendBuilt(given) as never;
  client.requestAPIList = (_page, given) => sendBuilt(given) as never;
  return client;
}

type RequestOptions = Parameters<RunwayML['request']>[0];

/** Nothing is sent but by `send`. */
function neverFetch(): never {
  throw new TypeError('The SDK must not send anything by itself.');
}

type SdkFunction = (...args: unknown[]) => PromiseLike<unknown>;

/** `generate.video.create` → the bound method. Every SdkMethod exists: the generator lists them. */
function sdkFunction(client: RunwayML, method: SdkMethod): SdkFunction {
  const names = method.split('.');
  const last = names.pop() ?? '';
  let owner: unknown = client;
  for (const name of names) owner = Reflect.get(Object(owner), name);
  const found: unknown = Reflect.get(Object(owner), last);
  if (typeof found !== 'function') throw new TypeError(`The SDK has no method ${method}.`);
  return (found as SdkFunction).bind(owner);
}
