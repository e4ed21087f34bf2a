/** Where a value of Runway's answer stands in the graph (`Type.field.field`), or why nowhere. */
export type Exposure = string | { readonly omitted: string };

/** By the value's path in the answer. A path that ends in `*` stands for all that begin like it. */
export type Exposures = Readonly<Record<string, Exposure>>;

export const RUNWAYS_WORDS = {
  omitted: 'Runway advises against showing its text; the code is told, and what it means in ours.',
};

export const TELLS_KIND = { omitted: 'Which of the fields has a value tells the same.' };
