/** What a part is about, as its colour. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';
