import { useState, type ReactNode } from 'react';
import { RotateApiKeyDocument } from '../../../client/src/documents.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { Select } from '../design/field.js';
import { dataOf } from '../session/exchange-key.js';
import { ownKeyId } from '../session/own-key.js';
import { useSession } from '../session/use-session.js';
import { KeyFormFrame } from './key-form.js';
import type { ApiKey } from './key-state.js';
import { ShownOnce } from './shown-once.js';
import { useKeyForm } from './use-key-form.js';

const OVERLAPS: readonly (readonly [seconds: number, words: string])[] = [
  [0, 'At once'],
  [3_600, '1 hour'],
  [86_400, '1 day'],
  [604_800, '7 days'],
];

const DEFAULT_SECONDS = 86_400;

export interface RotateKeyProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
  readonly onRotated: () => void;
}

export function RotateKeyDialog({ apiKey, onClose, onRotated }: RotateKeyProps): ReactNode {
  const { viewer, adoptKey } = useSession();
  const [secret, setSecret] = useState<string>();
  const form = useKeyForm(async (keyed, fields) => {
    const variables = { id: apiKey.id, overlapSeconds: Number(fields.get('overlap')) };
    const result = await keyed.mutation(RotateApiKeyDocument, variables).toPromise();
    const { rotateApiKey } = dataOf(result);
    if (rotateApiKey === null) return;
    if (apiKey.id === ownKeyId(viewer)) adoptKey(rotateApiKey.credential);
    setSecret(rotateApiKey.credential);
    onRotated();
  });
  return (
    <Dialog title={`Rotate ${apiKey.name ?? apiKey.prefix}`} isOpen onClose={onClose}>
      {secret === undefined ? (
        <KeyFormFrame form={form} action="Rotate" busyAction="Rotating …" onCancel={onClose}>
          <p className="soft">
            The key gets a new secret. Its id, scopes and budgets stay; tokens end with the secret
            that they were issued for.
          </p>
          <Select
            label="The present secret ends after"
            name="overlap"
            defaultValue={DEFAULT_SECONDS}
          >
            {OVERLAPS.map(([seconds, words]) => (
              <option key={seconds} value={seconds}>
                {words}
              </option>
            ))}
          </Select>
        </KeyFormFrame>
      ) : (
        <>
          <ShownOnce label="New secret" secret={secret}>
            Put the new secret where the present one is used, before that ends.
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
