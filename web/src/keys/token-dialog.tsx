import { useState, type ReactNode } from 'react';
import { IssueTokenDocument, type Scope } from '../../../client/src/documents.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Select, TextField } from '../design/field.js';
import { When } from '../design/when.js';
import { dataOf } from '../session/exchange-key.js';
import { useSession } from '../session/use-session.js';
import { KeyFormFrame } from './key-form.js';
import { ScopePicker } from './scope-picker.js';
import { USUAL_SCOPES } from './scopes.js';
import { ShownOnce } from './shown-once.js';
import { useKeyForm } from './use-key-form.js';

const LIVES: readonly (readonly [seconds: number, words: string])[] = [
  [300, '5 minutes'],
  [900, '15 minutes'],
  [3_600, '1 hour'],
];

const DEFAULT_SECONDS = 900;

interface NewToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** Issues a token for a page or a job, with fewer rights than the key. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [issued, setIssued] = useState<NewToken>();
  return (
    <Dialog title={issued === undefined ? 'Issue a token' : 'Your token'} isOpen onClose={onClose}>
      {issued === undefined ? (
        <TokenForm onCancel={onClose} onIssued={setIssued} />
      ) : (
        <>
          <ShownOnce label="New token" secret={issued.token}>
            Whoever has it can use it. It ends <When at={issued.expiresAt} />.
          </ShownOnce>
          <div className="dialog-actions">
            <Button look="primary" onClick={onClose}>
              Done
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function TokenForm({
  onCancel,
  onIssued,
}: {
  readonly onCancel: () => void;
  readonly onIssued: (token: NewToken) => void;
}): ReactNode {
  const { has } = useSession();
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set(USUAL_SCOPES.filter(has)));
  const form = useKeyForm(async (keyed, fields) => {
    const credits = fields.get('credits');
    const input = {
      scopes: [...scopes],
      expiresInSeconds: Number(fields.get('seconds')),
      ...(credits !== '' && { creditsMax: Number(credits) }),
    };
    const { issueToken } = dataOf(await keyed.mutation(IssueTokenDocument, { input }).toPromise());
    if (issueToken !== null) onIssued(issueToken);
  });
  return (
    <KeyFormFrame form={form} action="Issue it" busyAction="Issuing it …" onCancel={onCancel}>
      <p className="soft">
        A token stands in for your key where a key would be too much, such as a browser. What it
        spends counts for your key.
      </p>
      <Select label="It ends after" name="seconds" defaultValue={DEFAULT_SECONDS}>
        {LIVES.map(([seconds, words]) => (
          <option key={seconds} value={seconds}>
            {words}
          </option>
        ))}
      </Select>
      <TextField
        label="Credits that it may spend"
        name="credits"
        type="number"
        min={0}
        step="any"
        isOptional
        hint="Without a number, the budgets of your key and tenant are its bounds."
      />
      <ScopePicker offered={has} chosen={scopes} onChange={setScopes} />
    </KeyFormFrame>
  );
}
