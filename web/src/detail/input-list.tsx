import type { ReactNode } from 'react';
import { valuesOf } from '../compare/differences.js';
import { placeText, valueText } from './input-words.js';

/** Members whose words are shown large. */
const PROSE = /(?:^|\.)(?:promptText|prompt|text|content|personality)$/;

/** What a task was made of. */
export function InputList({ input }: { readonly input: unknown }): ReactNode {
  const values = [...valuesOf(input)];
  if (values.length === 0) return <p className="soft">No input is kept.</p>;
  return (
    <dl className="facts">
      {values.map(([path, value]) => (
        <div key={path} className={PROSE.test(path) ? 'fact fact-prose' : 'fact'}>
          <dt>{placeText(path)}</dt>
          <dd>{PROSE.test(path) ? value : valueText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
