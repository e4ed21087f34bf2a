import { useState, type FormEvent } from 'react';
import {
  useCreateImageToVideoMutation,
  useCreateUploadMutation,
} from 'runway-graphql-gateway-client/apollo-hooks';
import { TaskProgress } from './task-progress';

/** A form that uploads a picture and makes a video of it. The address names the task, for a reload. */
export function VideoMaker() {
  const [taskId, setTaskId] = useState(location.hash.slice(1));
  const [problem, setProblem] = useState<string>();
  const [createUpload] = useCreateUploadMutation();
  const [createVideo] = useCreateImageToVideoMutation();

  async function makeVideo(image: File, promptText: string): Promise<void> {
    const uploaded = await createUpload({ variables: { input: { filename: image.name } } });
    const upload = uploaded.data?.createUpload;
    if (!upload) throw new Error('There is no upload form.');
    const body = new FormData();
    for (const { name, value } of upload.fields) body.append(name, value);
    body.append('file', image);
    const { ok } = await fetch(upload.uploadUrl, { method: 'POST', body });
    if (!ok) throw new Error('The picture was not taken.');

    const promptImage = [{ uri: upload.runwayUri, position: 'FIRST' as const }];
    const input = { gen4Turbo: { promptImage, promptText, ratio: 'RATIO_1280_720' as const } };
    const { data } = await createVideo({ variables: { input } });
    const id = data?.createImageToVideo?.task.id ?? '';
    location.hash = id;
    setTaskId(id);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setProblem(undefined);
    makeVideo(form.get('image') as File, String(form.get('prompt'))).catch((error: Error) =>
      setProblem(error.message),
    );
  }

  return (
    <main>
      <form onSubmit={onSubmit}>
        <input name="image" type="file" accept="image/*" required aria-label="Picture" />
        <input name="prompt" defaultValue="The waves move" aria-label="Prompt" />
        <button>Make a video</button>
      </form>
      {problem && <p role="alert">{problem}</p>}
      {taskId && <TaskProgress key={taskId} id={taskId} />}
    </main>
  );
}
