import { useEffect, useRef, useState } from 'react';
import { CreateUploadDocument } from '../../../../client/src/documents.js';
import { gatewayErrorOf } from '../../../../client/src/urql.js';
import { useSession } from '../../session/use-session.js';
import type { MediaKind } from '../media-kind.js';
import { outputUriAt } from '../output-uri.js';
import { fileProblem } from '../file-problem.js';
import { uploadFile, type UploadForm } from '../upload-file.js';

/** A file as the browser shows it. */
export interface ShownFile {
  readonly name: string;
  readonly address: string;
}

export interface Upload {
  /** What is on its way; undefined: nothing is. */
  readonly sending: { readonly name: string; readonly share: number } | undefined;
  /** The file behind the present value, where this page has it. */
  readonly file: ShownFile | undefined;
  readonly error: string | undefined;
  readonly send: (file: File) => void;
  /**
   * Uses the file at an address: what a task has made by its id, another file by the address where
   * Runway can fetch it, else as an upload.
   */
  readonly takeOver: (address: string) => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Sends files of a field to Runway's storage; `onDone` gets the uri to use. */
export function useUpload(media: MediaKind | null, onDone: (uri: string) => void): Upload {
  const { client } = useSession();
  const [sending, setSending] = useState<Upload['sending']>();
  const [file, setFile] = useShownFile();
  const [error, setError] = useState<string>();
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);

  const open = async (filename: string): Promise<UploadForm> => {
    const answer = await client.mutation(CreateUploadDocument, { input: { filename } }).toPromise();
    const form = answer.data?.createUpload;
    if (form != null) return form;
    throw gatewayErrorOf(answer.error) ?? new Error('There is no upload form. Try again.');
  };

  const work = async (
    name: string,
    begin: (signal: AbortSignal) => Promise<File>,
  ): Promise<void> => {
    const controller = new AbortController();
    leaving.current = controller;
    setError(undefined);
    setSending({ name, share: 0 });
    try {
      const given = await begin(controller.signal);
      const problem = fileProblem(given, media);
      if (problem !== null) throw new Error(problem);
      const uri = await uploadFile(given, {
        open,
        signal: controller.signal,
        onProgress: (share) => {
          setSending({ name, share });
        },
      });
      setFile(given);
      onDone(uri);
    } catch (failure) {
      if (!controller.signal.aborted) setError((failure as Error).message);
    } finally {
      if (leaving.current === controller) setSending(undefined);
    }
  };

  return {
    sending,
    file,
    error,
    send: (given) => {
      void work(given.name, () => Promise.resolve(given));
    },
    takeOver: (address) => {
      setError(undefined);
      const output = outputUriAt(address);
      setFile(output === undefined ? undefined : { name: 'An earlier result', address });
      if (output !== undefined) onDone(output);
      else if (address.startsWith('https:')) onDone(address);
      else void work(nameIn(address), (signal) => fetched(address, signal));
    },
    stop: () => leaving.current?.abort(),
    clear: () => {
      setFile(undefined);
      setError(undefined);
    },
  };
}

/** The address of a file lives as long as the file is shown. */
function useShownFile(): readonly [
  ShownFile | undefined,
  (file: File | ShownFile | undefined) => void,
] {
  const [shown, setShown] = useState<ShownFile>();
  const address = useRef<string>(undefined);
  const revoke = (): void => {
    if (address.current !== undefined) URL.revokeObjectURL(address.current);
    address.current = undefined;
  };
  useEffect(() => revoke, []);
  const show = (file: File | ShownFile | undefined): void => {
    revoke();
    if (!(file instanceof File)) {
      setShown(file);
      return;
    }
    address.current = URL.createObjectURL(file);
    setShown({ name: file.name, address: address.current });
  };
  return [shown, show];
}

/** The file at an address that this page can read, e.g. of the emulator. */
async function fetched(address: string, signal: AbortSignal): Promise<File> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error('The file can no longer be read. Make it again.');
  const blob = await response.blob();
  return new File([blob], nameIn(address), { type: blob.type });
}

function nameIn(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? 'file';
}
