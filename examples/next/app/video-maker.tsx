'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { generate, type GeneratedTask } from 'runway-graphql-gateway-client';
import { CreateTextToVideoDocument } from 'runway-graphql-gateway-client/documents';
import { GATEWAY_URL } from './gateway-url';

async function getToken(): Promise<string> {
  const response = await fetch('/token', { method: 'POST' });
  if (!response.ok) throw new Error('Your server gave no token.');
  return await response.text();
}

/** A form that makes a video of words, with its progress. */
export function VideoMaker() {
  const [task, setTask] = useState<GeneratedTask>();
  const [problem, setProblem] = useState<string>();
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const promptText = String(new FormData(event.currentTarget).get('prompt'));
    const input = { gen4_5: { promptText, ratio: 'RATIO_1280_720' as const, duration: 5 } };
    leaving.current?.abort();
    const { signal } = (leaving.current = new AbortController());
    setProblem(undefined);
    generate(
      CreateTextToVideoDocument,
      { input },
      { url: GATEWAY_URL, getToken, signal, onProgress: setTask },
    ).catch((error: Error) => {
      if (!signal.aborted) setProblem(error.message);
    });
  }

  return (
    <main>
      <form onSubmit={onSubmit}>
        <input name="prompt" defaultValue="A lighthouse at dawn" aria-label="Prompt" />
        <button>Make a video</button>
      </form>
      {problem && <p role="alert">{problem}</p>}
      {task && (
        <p role="status">
          {task.status} {Math.round(task.progress * 100)} %
        </p>
      )}
      {task?.output.map(({ url }) => (
        <video key={url} src={url} controls />
      ))}
    </main>
  );
}
