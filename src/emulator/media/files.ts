import type { MediaKind } from '../tasks/output-plan.js';
import type { Output } from './outputs.js';

/** The files that are no task's: each belongs to an object, in a role of its own. */
const KIND_BY_ROLE = {
  /** An avatar's picture, as it was given and as it was made of it. */
  reference: 'png',
  processed: 'png',
  /** How a voice sounds that there is, and how one would that there is not. */
  sample: 'mp3',
  audition: 'mp3',
  /** Of a conversation. */
  recording: 'mp4',
} as const satisfies Record<string, MediaKind>;

export type FileRole = keyof typeof KIND_BY_ROLE;

/** `<the owner's UUID>-<role>` */
const FILE_ID = /^([0-9a-f-]{36})-([a-z]+)$/;

export function fileOf(ownerId: string, role: FileRole): Output {
  return { id: `${ownerId}-${role}`, kind: KIND_BY_ROLE[role] };
}

/** The file of that id, as long as its owner has it. */
export function findFile(
  fileId: string,
  has: Readonly<Record<FileRole, (ownerId: string) => boolean>>,
): MediaKind | undefined {
  const [, ownerId = '', role = ''] = FILE_ID.exec(fileId) ?? [];
  return isRole(role) && has[role](ownerId) ? KIND_BY_ROLE[role] : undefined;
}

function isRole(role: string): role is FileRole {
  return Object.hasOwn(KIND_BY_ROLE, role);
}
