import type { ReactNode } from 'react';
import { CopyButton } from '../design/copy-button.js';
import { spanText } from '../find/when.js';
import type { StudioTaskFragment } from '../generated/graphql.js';
import { creditsText } from '../make/budget-fit.js';

/** What it cost, how long it took, and the names that others know it by. */
export function TaskFacts({ task }: { readonly task: StudioTaskFragment }): ReactNode {
  const { cost, estimate, createdAt, settledAt, runwayTaskId } = task;
  return (
    <dl className="facts">
      <Fact name="Cost">{cost === null ? 'Not known yet' : creditsText(cost)}</Fact>
      <Fact name={estimate.isGuaranteed ? 'At most' : 'Estimate'}>
        {creditsText(estimate.credits)}
      </Fact>
      {settledAt !== null && (
        <Fact name="Took">{spanText(Date.parse(settledAt) - Date.parse(createdAt))}</Fact>
      )}
      <Fact name="Model">{task.model ?? '–'}</Fact>
      <Fact name="Label">{task.label ?? '–'}</Fact>
      <Fact name="Task id">
        <code>{task.id}</code>
        <CopyButton text={task.id} />
      </Fact>
      {runwayTaskId !== null && (
        <Fact name="At Runway">
          <code>{runwayTaskId}</code>
          <CopyButton text={runwayTaskId} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
