import { isStorableTime } from '../../domain/input/storable-time.js';
import { GatewayError } from '../../errors.js';
import type { ResourceCursor } from '../../services/resources/resources.js';

/** Place in a list of what a tenant keeps at Runway, opaque to clients. */
export function resourceCursor(cursor: ResourceCursor): string {
  const text =
    'skip' in cursor
      ? `page ${String(cursor.skip)} ${cursor.runwayCursor ?? ''}${ofText(cursor.of)}`
      : `resource ${String(cursor.createdAt.getTime())} ${cursor.id}`;
  return Buffer.from(text).toString('base64url');
}

/** Throws BAD_USER_INPUT for anything that resourceCursor did not make. */
export function parseResourceCursor(cursor: string): ResourceCursor {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, ms, id] = /^resource (\d{1,15}) ([\x21-\x7e]{1,200})$/.exec(text) ?? [];
  if (ms !== undefined && id !== undefined && isStorableTime(Number(ms))) {
    return { createdAt: new Date(Number(ms)), id };
  }
  const [, skip, runwayCursor, of] = PAGE.exec(text) ?? [];
  if (skip === undefined || runwayCursor === undefined) {
    throw new GatewayError('BAD_USER_INPUT', {
      issues: [{ path: 'after', rule: 'cursor', message: 'Not a cursor of this list.' }],
    });
  }
  return {
    runwayCursor: runwayCursor === '' ? null : runwayCursor,
    skip: Number(skip),
    ...(of !== undefined && { of }),
  };
}

const PAGE = /^page (\d{1,3}) ([\x21-\x7e]{0,1000})(?: ([\x21-\x7e]{1,64}))?$/;

function ofText(of: string | undefined): string {
  return of === undefined ? '' : ` ${of}`;
}
