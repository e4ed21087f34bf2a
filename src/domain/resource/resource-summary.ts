/** The facts that every list of Runway shows about a resource. */
export interface ResourceSummary {
  readonly id: string;
  readonly name: string | null;
  /** Of kinds that are named by a slug; null for all others. */
  readonly slug: string | null;
  /** The avatar that a conversation was with; null for all others. */
  readonly avatarId: string | null;
  readonly createdAt: string | null;
}
