/** How a browser treats a file: it saves it, or shows it in a page. */
export const OUTPUT_DISPOSITIONS = ['ATTACHMENT', 'INLINE'] as const;

export type OutputDisposition = (typeof OUTPUT_DISPOSITIONS)[number];
