export function unplainWord(text: string): string | undefined;
