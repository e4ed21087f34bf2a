import { useTaskUpdatedSubscription } from 'runway-graphql-gateway-client/apollo-hooks';

/** The progress of a task, and what it made. */
export function TaskProgress({ id }: { id: string }) {
  const { data, error } = useTaskUpdatedSubscription({ variables: { id } });
  const task = data?.taskUpdated.task;
  if (error) return <p role="alert">{error.message}</p>;
  if (!task) return <p>…</p>;
  return (
    <section>
      <p role="status">
        {task.status} {Math.round(task.progress * 100)} %
      </p>
      <progress value={task.progress} />
      {task.failure && <p role="alert">{task.failure.message}</p>}
      {task.output.map(({ url }) => (
        <video key={url} src={url} controls />
      ))}
    </section>
  );
}
