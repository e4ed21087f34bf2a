import type { IncomingMessage, ServerResponse } from 'node:http';
import { DOC_URL, refuse, Refusal, type AllHandlers, type Answer } from './handler.js';
import { avatarUsageHandlers } from '../organization/avatar-usage-handlers.js';
import { carriesOut, describeFault, type Faults } from '../control/faults.js';
import { generationHandlers } from '../tasks/generation-handlers.js';
import { matchMethod, wrongVerb } from './method-table.js';
import { organizationHandlers } from '../organization/organization-handlers.js';
import { readBody, readForm } from './receive-body.js';
import { consume, consumedSessionId } from '../resources/realtime-session-handlers.js';
import type { RecordedRequest, RequestLog } from '../control/recorded-requests.js';
import { resourceHandlers } from '../resources/resource-handlers.js';
import { routedGenerationHandlers } from '../routing/routed-generations.js';
import { taskHandlers } from '../tasks/task-handlers.js';
import { uploadHandlers } from '../media/upload-handlers.js';
import { webappHandlers } from '../organization/webapp-handlers.js';
import type { Settings } from '../control/emulator-settings.js';
import type { Worlds } from '../worlds.js';
import { distort, write } from './wire.js';
import type { World } from '../world.js';

/** The only version in use. Source: Runway's OpenAPI document, X-Runway-Version. */
export const RUNWAY_VERSION = '2024-11-06';

/** Everything but the control calls: records a request, lets a fault strike, answers as Runway would. */
export class Front {
  readonly #handlers = new WeakMap<World, AllHandlers>();

  constructor(
    private readonly worlds: Worlds,
    private readonly log: RequestLog,
    private readonly faults: Faults,
    /** Ends all pauses. */
    private readonly stopping: AbortSignal,
    /** Told of a fault of the emulator's own, which the client sees as a 500. */
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Never rejects. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = parseUrl(request.url);
    const entry = this.log.begin(request, url);
    const fault = this.faults.take(request, url.pathname);
    if (fault) entry.fault = describeFault(fault);
    const { clock, settings } = this.worlds.first;
    const organization = placeOf(settings, request.headers);
    if (organization !== undefined) entry.organization = organization;
    const pause = () => clock.sleep(fault?.delayMs ?? 0, this.stopping);

    if (fault?.reset === 'beforeRead') {
      if (fault.delayMs) await pause();
      request.socket.resetAndDestroy();
      return;
    }
    const act = await this.#receive(request, url, entry);
    // The client went away while it was still sending.
    if (request.errored && !request.complete) return;
    const real = !fault || carriesOut(fault) ? this.#guarded(act) : undefined;
    if (fault?.delayMs) await pause();
    if (fault?.hang) return;
    if (fault?.reset) {
      request.socket.resetAndDestroy();
      return;
    }
    const answer = distort(isStorage(url.pathname) ? real && forBrowsers(real) : real, fault);
    entry.status = answer.status;
    await write(response, answer, fault ?? {}, clock, this.stopping);
  }

  /** Reads the request; what comes back carries it out. */
  async #receive(
    request: IncomingMessage,
    url: URL,
    entry: RecordedRequest,
  ): Promise<() => Answer> {
    try {
      if (request.method === 'POST' && url.pathname.startsWith('/uploads/')) {
        const form = await readForm(request);
        entry.body = form;
        const token = url.pathname.slice('/uploads/'.length);
        return () => this.#inAnyWorld(({ uploads }) => uploads.fill(token, form));
      }
      const body = await readBody(request);
      this.log.recordBody(entry, body);
      return () => this.#answer(request, url, body);
    } catch (error) {
      return () => {
        throw error;
      };
    }
  }

  #answer(request: IncomingMessage, url: URL, body: Buffer): Answer {
    const { method = '', headers } = request;
    if (isStorage(url.pathname) && method === 'OPTIONS') return { status: 204 };
    if (url.pathname.startsWith('/outputs/') && (method === 'GET' || method === 'HEAD')) {
      return this.#inAnyWorld(({ outputs }) =>
        outputs.serve(url.pathname, url.searchParams, headers.range),
      );
    }
    if (!url.pathname.startsWith('/v1/')) throw refuse(404, 'No such path', { docUrl: DOC_URL });
    const consumed = consumedSessionId(url.pathname);
    if (consumed !== undefined) {
      if (method !== 'POST') throw wrongVerb();
      // Browsers ask this, which know the session's key alone and send no version.
      return this.#inAnyWorld((world) => consume(world, consumed, bearerOf(headers)));
    }
    const handlers = this.#handlersOf(this.worlds.worldOf(authenticate(headers)));
    const { handle, id, method: sdkMethod } = matchMethod(handlers, method, url.pathname);
    return handle({
      method: sdkMethod,
      id,
      query: url.searchParams,
      body: parseJson(headers['content-type'], body),
    });
  }

  #handlersOf(world: World): AllHandlers {
    const known = this.#handlers.get(world);
    if (known !== undefined) return known;
    const handlers = handlersOf(world);
    this.#handlers.set(world, handlers);
    return handlers;
  }

  /** What carries no bearer is asked of each world: the answer of the first that knows it. */
  #inAnyWorld(act: (world: World) => Answer): Answer {
    const answers = this.worlds.all.map((world) => this.#guarded(() => act(world)));
    const [first] = answers;
    if (first === undefined) throw new Error('There is no world.');
    return answers.find(({ status }) => status < 400) ?? first;
  }

  #guarded(act: () => Answer): Answer {
    try {
      return act();
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      this.onError(error);
      return { status: 500, body: { error: 'The emulator failed', docUrl: DOC_URL } };
    }
  }
}

function handlersOf(world: World): AllHandlers {
  return {
    ...generationHandlers(world),
    ...taskHandlers(world),
    ...uploadHandlers(world.uploads),
    ...organizationHandlers(world),
    ...webappHandlers,
    ...routedGenerationHandlers(world),
    ...avatarUsageHandlers(world),
    ...resourceHandlers(world),
  };
}

/** Undefined for a bearer of the first world, and without one. */
function placeOf(
  { organizations }: Settings,
  { authorization = '' }: IncomingMessage['headers'],
): number | undefined {
  const bearer = bearerIn(authorization);
  const place = organizations.findIndex(
    ({ secrets }) => bearer !== undefined && secrets.includes(bearer),
  );
  return place === -1 ? undefined : place;
}

/** Any bearer will do; it is returned. */
function authenticate(headers: IncomingMessage['headers']): string {
  const version = headers['x-runway-version'];
  if (version !== RUNWAY_VERSION) {
    const error =
      version === undefined
        ? 'The X-Runway-Version header is required.'
        : 'The API version that was provided in the X-Runway-Version header is not valid.';
    throw refuse(400, error, { docUrl: DOC_URL });
  }
  return bearerOf(headers);
}

/** The scheme in any case, spaces after it, and a token without any. Source: RFC 6750, RFC 9110. */
function bearerIn(authorization: string): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1];
}

function bearerOf({ authorization = '' }: IncomingMessage['headers']): string {
  const bearer = bearerIn(authorization);
  if (bearer === undefined) throw refuse(401, 'No API key was provided', { docUrl: DOC_URL });
  return bearer;
}

/** Where browsers send uploads and fetch outputs. */
function isStorage(path: string): boolean {
  return path.startsWith('/uploads/') || path.startsWith('/outputs/');
}

/** Pages of any origin may use a signed address, as at an object store; none carries a cookie. */
function forBrowsers(answer: Answer): Answer {
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': '*',
    'access-control-expose-headers': 'content-length, content-range, accept-ranges',
    'access-control-max-age': '600',
  };
  return { ...answer, headers: { ...answer.headers, ...cors } };
}

/** Undefined for no body, and for one that does not call itself JSON, which Runway would not read. */
function parseJson(contentType: string | undefined, body: Buffer): unknown {
  if (body.length === 0 || !/^application\/json\b/i.test(contentType ?? '')) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw refuse(400, 'The body is not valid JSON', { docUrl: DOC_URL });
  }
}

function parseUrl(target: string | undefined): URL {
  // Joined, not resolved: a target like `//host` is a path here.
  const text = `http://emulator${target?.startsWith('/') ? target : '/'}`;
  return new URL(URL.canParse(text) ? text : 'http://emulator/');
}
