import { useState, type ReactNode } from 'react';
import { CreateApiKeyDocument, type Scope } from '../../../client/src/documents.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Select, TextField } from '../design/field.js';
import { dataOf } from '../session/exchange-key.js';
import { useSession } from '../session/use-session.js';
import { KeyFormFrame } from './key-form.js';
import { ScopePicker } from './scope-picker.js';
import { USUAL_SCOPES } from './scopes.js';
import { ShownOnce } from './shown-once.js';
import { useKeyForm } from './use-key-form.js';

const DAY_MS = 86_400_000;

/** Days until it ends; 0: as the maker's own key. */
const LIVES: readonly (readonly [days: number, words: string])[] = [
  [0, 'As long as your own key'],
  [7, '7 days'],
  [30, '30 days'],
  [90, '90 days'],
  [365, '1 year'],
];

export interface NewKeyProps {
  readonly onClose: () => void;
  readonly onMade: () => void;
}

export function NewKeyDialog({ onClose, onMade }: NewKeyProps): ReactNode {
  const [secret, setSecret] = useState<string>();
  return (
    <Dialog title={secret === undefined ? 'New key' : 'Your new key'} isOpen onClose={onClose}>
      {secret === undefined ? (
        <NewKeyForm
          onCancel={onClose}
          onMade={(credential) => {
            setSecret(credential);
            onMade();
          }}
        />
      ) : (
        <>
          <ShownOnce label="New API key" secret={secret}>
            Copy the key now and keep it where your secrets are. The gateway stores no copy of it.
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

function NewKeyForm({
  onCancel,
  onMade,
}: {
  readonly onCancel: () => void;
  readonly onMade: (credential: string) => void;
}): ReactNode {
  const { has } = useSession();
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set(USUAL_SCOPES.filter(has)));
  const form = useKeyForm(async (keyed, fields) => {
    const name = textOf(fields, 'name');
    const days = Number(textOf(fields, 'days'));
    const input = {
      scopes: [...scopes],
      ...(name !== '' && { name }),
      ...(days > 0 && { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }),
    };
    const result = await keyed.mutation(CreateApiKeyDocument, { input }).toPromise();
    const { createApiKey } = dataOf(result);
    if (createApiKey !== null) onMade(createApiKey.credential);
  });
  return (
    <KeyFormFrame form={form} action="Make the key" busyAction="Making it …" onCancel={onCancel}>
      <TextField
        label="What it is for"
        name="name"
        maxLength={100}
        isOptional
        placeholder="Website, render farm …"
      />
      <Select label="It ends after" name="days" defaultValue={0}>
        {LIVES.map(([days, words]) => (
          <option key={days} value={days}>
            {words}
          </option>
        ))}
      </Select>
      <ScopePicker offered={has} chosen={scopes} onChange={setScopes} />
    </KeyFormFrame>
  );
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
