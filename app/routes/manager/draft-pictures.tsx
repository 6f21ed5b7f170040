import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { listFiles } from "~/features/publishing/draft-files.server";
import { DraftFrame } from "~/features/publishing/draft-frame";
import { draftBounds } from "~/features/publishing/draft-rules";
import { fileAction } from "~/features/publishing/file-action.server";
import { FileList } from "~/features/publishing/file-list";
import { UploadForm } from "~/features/publishing/upload-form";
import { UploadResult } from "~/features/publishing/upload-result";
import { whatWasDone } from "~/platform/http/what-was-done";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Pictures and files of ${data.draft.title} · Studio · Attest` : "Attest" },
];

const doneWords: Readonly<Record<string, string>> = {
  renamed: "The file has its new name.",
  deleted: "The file is deleted.",
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const { draft, files } = await listFiles(actor, args.params.draft!);
  return { draft, files, done: whatWasDone(args.request, doneWords) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return fileAction(actor, args.params.draft!, args.request);
}

/** Of several files some may have been taken although the answer is a refusal. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, defaultShouldRevalidate }) =>
  formMethod === "POST" || defaultShouldRevalidate;

export default function DraftPictures() {
  const { draft, files, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DraftFrame
      draft={draft}
      title="Pictures and files"
      lead="What the lessons of this course show or offer. Only you see a file until a lesson that uses it is published."
    >
      {done && !answer ? <Notice kind="success">{done}</Notice> : null}
      {answer?.upload ? <UploadResult {...answer.upload} /> : null}
      <UploadForm
        key={files.map(({ hash }) => hash).join()}
        left={draftBounds.files - files.length}
        errors={answer?.errors ?? []}
      />
      <Section title={`Files (${files.length})`}>
        {files.length > 0 ? (
          <FileList files={files} trouble={answer?.trouble ?? null} />
        ) : (
          <EmptyState title="There are no files yet">
            Upload a picture above, then insert it in a lesson. Pictures are cleaned when they arrive: the
            place and the camera that some phones write into them are not kept.
          </EmptyState>
        )}
      </Section>
    </DraftFrame>
  );
}
