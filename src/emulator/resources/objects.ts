import type { Identity } from './collection.js';
import type { Processing } from './processing.js';

/** What clients keep at Runway. A time in ms is one since 1970. */

export type AvatarVoice =
  | { readonly type: 'runway-live-preset'; readonly presetId: string }
  | { readonly type: 'custom'; readonly id: string };

export interface Avatar extends Identity {
  updatedAtMs: number;
  name: string;
  personality: string;
  startScript: string | null;
  voice: AvatarVoice;
  documentIds: readonly string[];
  /** Of the reference image that it has now. */
  processing: Processing;
}

export interface Voice extends Identity {
  name: string;
  description: string | null;
  readonly processing: Processing;
}

export interface Document extends Identity {
  updatedAtMs: number;
  name: string;
  content: string;
}

/** ISO 8601, as Runway writes times. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString();
}
