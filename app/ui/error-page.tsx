import { useRouteLoaderData } from "@remix-run/react";
import { ButtonLink } from "./button";
import { explainError } from "./explain-error";

/** Says what happened, that nothing was lost and what to do next. */
export function ErrorPage({ error }: { error: unknown }) {
  const root = useRouteLoaderData<{ requestId: string }>("root");
  const { title, message, advice, status, requestId = root?.requestId } = explainError(error);
  return (
    <div className="max-w-[38rem] py-6">
      {status ? <p className="text-sm font-medium text-muted tabular-nums">Error {status}</p> : null}
      <h1 className="mt-1 text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-3 text-lg">{message}</p>
      <p className="mt-2 text-muted">{advice}</p>
      <p className="mt-6">
        <ButtonLink to="/" variant="secondary">
          Go to your home page
        </ButtonLink>
      </p>
      {requestId ? (
        <p className="mt-8 text-sm text-muted">
          If you ask for help, quote this number:{" "}
          <code className="font-mono text-ink select-all">{requestId}</code>
        </p>
      ) : null}
    </div>
  );
}
