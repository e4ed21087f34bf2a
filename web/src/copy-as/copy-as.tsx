import { print } from 'graphql';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../../client/src/idempotency.js';
import { CopyButton } from '../design/copy-button.js';
import { Notice } from '../design/notice.js';
import { documentOf } from '../make/submit-documents.js';
import './copy-as.css';
import { lacksMedia, type MadeRequest } from './made-request.js';
import { clientSnippet, curlSnippet, graphqlSnippet, hookSnippet } from './snippets.js';

const FORMS = ['GraphQL', 'Hook', 'Client', 'curl'] as const;
type Form = (typeof FORMS)[number];

/** The request as code: what was just done, ready to run elsewhere. */
export function CopyAs({ request }: { readonly request: MadeRequest }): ReactNode {
  const [form, setForm] = useState<Form>('GraphQL');
  const id = useId();
  if (lacksMedia(request.input)) {
    return (
      <Notice title="No code for this request">
        It was sent with a file inside, of which the gateway keeps no copy. Make it again with an
        upload or an address.
      </Notice>
    );
  }
  return (
    <section className="copy-as" aria-labelledby={`${id}-title`}>
      <div className="copy-as-head">
        <h2 id={`${id}-title`}>Copy as</h2>
        <Tabs form={form} id={id} onChoose={setForm} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${form}`}>
        <Snippets key={JSON.stringify(request)} form={form} request={request} />
      </div>
    </section>
  );
}

function Tabs({
  form,
  id,
  onChoose,
}: {
  readonly form: Form;
  readonly id: string;
  readonly onChoose: (form: Form) => void;
}): ReactNode {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = FORMS[(FORMS.indexOf(form) + step + FORMS.length) % FORMS.length];
    if (next === undefined) return;
    onChoose(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Copy as">
      {FORMS.map((each) => (
        <button
          key={each}
          id={`${id}-${each}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={each === form}
          aria-controls={`${id}-panel`}
          tabIndex={each === form ? 0 : -1}
          onKeyDown={move}
          onClick={() => {
            onChoose(each);
          }}
        >
          {each}
        </button>
      ))}
    </div>
  );
}

function Snippets({
  form,
  request,
}: {
  readonly form: Form;
  readonly request: MadeRequest;
}): ReactNode {
  // A key of its own for each: what is run as curl buys something also where GraphQL was run before.
  const [keys] = useState(() => new Map(FORMS.map((each) => [each, newIdempotencyKey()])));
  const place = {
    url: `${window.location.origin}/graphql`,
    idempotencyKey: keys.get(form) ?? '',
  };
  const document = useMemo(() => print(documentOf(request.operation)), [request.operation]);
  switch (form) {
    case 'GraphQL': {
      const { document: text, variables } = graphqlSnippet(request, document, place);
      return (
        <>
          <Snippet label="Document" text={text} />
          <Snippet label="Variables" text={variables} />
        </>
      );
    }
    case 'Hook':
      return <Snippet label="React component" text={hookSnippet(request, place)} />;
    case 'Client':
      return <Snippet label="Program" text={clientSnippet(request, place)} />;
    case 'curl':
      return <Snippet label="Command" text={curlSnippet(request, document, place)} />;
  }
}

function Snippet({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <figure className="snippet">
      <figcaption>
        {label}
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </figcaption>
      <pre tabIndex={0} aria-label={label}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
