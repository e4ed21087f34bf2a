/** A place in a list, newest first. */
export interface CreatedPlace {
  readonly createdAt: Date;
  readonly id: string;
}

/** One page of such a list; `after` null: the first one. */
export interface CreatedPage {
  readonly first: number;
  readonly after: CreatedPlace | null;
}
