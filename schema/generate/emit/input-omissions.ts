import { EXPOSED_LITERALS, OMITTED, TAG_REASON } from '../overrides.js';
import { isTag, propertiesOf } from '../shape.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

export interface InputOmission {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
}

/** What the SDK takes and no input offers. Throws when an override names nothing. */
export function inputOmissions({ creates }: Pick<GeneratorContext, 'creates'>): InputOmission[] {
  const known = creates.flatMap(({ method, body }) =>
    propertiesOf(body).map((property) => ({ method, property })),
  );
  for (const place of Object.keys(OMITTED)) {
    if (known.some(({ method, property }) => `${method} ${property.path}` === place)) continue;
    throw new Error(`overrides.ts omits what the SDK does not have: ${place}`);
  }
  return known.flatMap(({ method, property }) => {
    const isHidden = isTag(property) && !(property.name in EXPOSED_LITERALS);
    const reason = OMITTED[`${method} ${property.path}`] ?? (isHidden ? TAG_REASON : undefined);
    return reason === undefined ? [] : [{ method, path: property.path, reason }];
  });
}

/** src/generated/facts/input-omissions.ts: properties of the SDK that no input offers, with reasons. */
export function emitInputOmissions(context: GeneratorContext): GeneratedFiles {
  const text = `${HEADER}
/** Properties of the creates' parameters in Runway's SDK that no input offers, each with its reason. */
export const INPUT_OMISSIONS: readonly {
  readonly method: string;
  /** Runway's path; \`<…>\` names a member of a union, \`[]\` an entry of a list, \`{}\` a map's value. */
  readonly path: string;
  readonly reason: string;
}[] = ${literal(inputOmissions(context))};
`;
  return new Map([['src/generated/facts/input-omissions.ts', text]]);
}
