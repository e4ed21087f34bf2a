/** What a run of the generator noticed, by what a person can do about it. */
export const REPORT_SECTIONS = {
  withdrawn: 'What breaks for clients',
  methods: 'Methods without a row',
  shapes: 'Shapes that the generator does not know',
  names: 'Names that are taken',
  published: 'Published fields that keep their form',
  words: 'Words missing',
  strings: 'Texts that a rule has classified',
  added: 'Answer properties that a rule shows',
  answers: 'Answer properties that the graph does not show',
  twins: 'Values that share a name',
  stale: 'Facts that match nothing (warnings)',
  bounds: 'Bounds in comments that no rule understands',
} as const;

export type ReportSection = keyof typeof REPORT_SECTIONS;

export interface Finding {
  readonly section: ReportSection;
  /** `<SDK method or root field> <path>`, or the name of a file. */
  readonly place: string;
  /** What the generator did instead. */
  readonly did: string;
  /** What a person may improve, and in which file; empty where nothing is to be done. */
  readonly improve: string;
}

/** Collects findings, so that no problem stops a run. A finding that is told twice is kept once. */
export class Report {
  readonly #findings = new Map<string, Finding>();

  add(section: ReportSection, place: string, did: string, improve = ''): void {
    this.#findings.set(`${section} ${place} ${did}`, { section, place, did, improve });
  }

  /** The findings of one section, or all, in the order in which they were added. */
  list(section?: ReportSection): Finding[] {
    const all = [...this.#findings.values()];
    return section === undefined ? all : all.filter((finding) => finding.section === section);
  }

  /** The findings that an earlier run did not have. */
  since(earlier: Report): Finding[] {
    const isNew = ([key]: [string, Finding]): boolean => !earlier.#findings.has(key);
    return [...this.#findings].filter(isNew).map(([, finding]) => finding);
  }
}

/** The report as lines of text: one heading for each section that has findings. */
export function reportLines(findings: readonly Finding[]): string[] {
  return Object.entries(REPORT_SECTIONS).flatMap(([section, title]) => {
    const own = findings.filter((finding) => finding.section === section);
    if (own.length === 0) return [];
    return [`${title} (${String(own.length)}):`, ...own.map((finding) => `  ${lineOf(finding)}`)];
  });
}

function lineOf({ place, did, improve }: Finding): string {
  return improve === '' ? `${place}: ${did}` : `${place}: ${did} ${improve}`;
}
