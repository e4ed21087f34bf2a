import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { navigate, usePlace } from '../app/router.js';
import type { ViewProps } from '../app/view-props.js';
import { CopyAs } from '../copy-as/copy-as.js';
import type { MadeRequest } from '../copy-as/made-request.js';
import { Button } from '../design/button.js';
import { Notice } from '../design/notice.js';
import { Skeleton } from '../design/skeleton.js';
import { useToast } from '../design/toast.js';
import { allForms, type MadeBy } from '../generated/forms/all-forms.js';
import { StudioModelsDocument } from '../generated/graphql.js';
import type { GenerationOperation } from '../../../client/src/documents.js';
import { RecentTasks } from '../watch/recent-tasks.js';
import type { OperationForm } from './form-types.js';
import { KindPicker } from './kind-picker.js';
import { enumNameOf, FIRST_OPERATION } from './kinds.js';
import { MakeForm } from './make-form.js';
import './make.css';
import { ModelCards, ModelFace, type ModelRow } from './model-cards.js';
import { useDraft } from './use-draft.js';
import { useSubmit } from './use-submit.js';

/** What to make, with which model, from what; beside it what is being made. */
export function MakeView(_props: ViewProps): ReactNode {
  const { query } = usePlace();
  const named = query.get('make') ?? '';
  const operation = isMadeBy(named) ? named : FIRST_OPERATION;
  const form = useForm(operation);
  const [made, setMade] = useState<MadeRequest>();
  return (
    <div className="make">
      <section className="make-main" aria-labelledby="make-title">
        <h1 id="make-title">Make</h1>
        <KindPicker
          operation={operation}
          onChoose={(next) => {
            navigate(`/?make=${next}`, { replace: true });
          }}
        />
        {form === undefined ? (
          <Skeleton height="16rem" />
        ) : (
          <Composer
            key={`${operation}.${query.get('filled') ?? ''}`}
            form={form}
            onMade={setMade}
          />
        )}
      </section>
      <RecentTasks />
      {made !== undefined && <CopyAs request={made} />}
    </div>
  );
}

function Composer({
  form,
  onMade,
}: {
  readonly form: OperationForm;
  readonly onMade: (request: MadeRequest) => void;
}): ReactNode {
  const operation = form.operation as MadeBy;
  const models = useModels(operation);
  const draft = useDraft(form);
  const submission = useSubmit();
  const toast = useToast();
  const [isChoosing, setIsChoosing] = useState(false);
  const isChoice = form.type.kind === 'choice';
  const [given = null] = isChoice ? Object.keys(draft.value) : [];
  const only = isChoice && form.type.fields.length === 1 ? form.type.fields[0]?.name : undefined;
  useEffect(() => {
    if (only !== undefined && given === null) draft.chooseModel(only);
  }, [only, given, draft]);
  const chosen = models.rows?.find(({ member }) => member === given);
  const showsCards = isChoice && (given === null || isChoosing);
  return (
    <>
      <Models
        models={models}
        chosen={given}
        face={isChoice ? chosen : models.rows?.[0]}
        showsCards={showsCards}
        canChange={isChoice && form.type.fields.length > 1}
        onChange={() => {
          setIsChoosing(true);
        }}
        onChoose={(member) => {
          draft.chooseModel(member);
          setIsChoosing(false);
        }}
      />
      {(draft.mediaLeftOut ?? 0) > 0 && (
        <Notice tone="warn" title="Add the files again">
          The gateway keeps no copy of files that were sent inside a request.
        </Notice>
      )}
      {(!isChoice || given !== null) && (
        <MakeForm
          key={given}
          form={form}
          member={given}
          draft={draft}
          submission={submission}
          onMade={(request) => {
            toast('Sent. Its progress is under “Now”.');
            showNow();
            onMade(request);
          }}
        />
      )}
    </>
  );
}

/** Where Now is below the form, it comes into sight. */
function showNow(): void {
  if (!window.matchMedia('(max-width: 64rem)').matches) return;
  document.getElementById('recent-title')?.scrollIntoView({ block: 'start' });
}

interface ModelsState {
  readonly rows: readonly ModelRow[] | undefined;
  readonly error: string | undefined;
}

function Models({
  models,
  chosen,
  face,
  showsCards,
  canChange,
  onChange,
  onChoose,
}: {
  readonly models: ModelsState;
  readonly chosen: string | null;
  readonly face: ModelRow | undefined;
  readonly showsCards: boolean;
  readonly canChange: boolean;
  readonly onChange: () => void;
  readonly onChoose: (member: string) => void;
}): ReactNode {
  if (models.error !== undefined) {
    return (
      <Notice tone="bad" title="The models cannot be read">
        {models.error}
      </Notice>
    );
  }
  if (models.rows === undefined) return <Skeleton height="8rem" />;
  if (showsCards) return <ModelCards models={models.rows} chosen={chosen} onChoose={onChoose} />;
  if (face === undefined) return null;
  return (
    <div className="model-chosen">
      <ModelFace model={face} />
      {canChange && <Button onClick={onChange}>Change model</Button>}
    </div>
  );
}

/** The models of a generation; none for what is no generation. */
function useModels(operation: MadeBy): ModelsState {
  const [{ data, error }] = useQuery({
    query: StudioModelsDocument,
    variables: { operation: enumNameOf(operation) as GenerationOperation },
    pause: !GENERATIONS.test(operation),
  });
  if (!GENERATIONS.test(operation)) return { rows: [], error: undefined };
  return { rows: data?.models ?? undefined, error: error?.message };
}

/** What `models` knows: media that Runway bills. Voices, avatars, documents and routers are no generations. */
const GENERATIONS = /^(?!createVoice$|previewVoice$|createAvatar$|createDocument$|createRouter$)/;

function useForm(operation: MadeBy): OperationForm | undefined {
  const [form, setForm] = useState<OperationForm>();
  useEffect(() => {
    let isCurrent = true;
    void allForms[operation]().then((loaded) => {
      if (isCurrent) setForm(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [operation]);
  return form?.operation === operation ? form : undefined;
}

function isMadeBy(name: string): name is MadeBy {
  return Object.hasOwn(allForms, name);
}
