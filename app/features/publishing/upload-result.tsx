import { Notice } from "~/ui/notice";
import type { AddedFiles } from "./add-files.server";

export function UploadResult({ added, replaced, refused }: AddedFiles) {
  const taken = [
    ...(added.length > 0 ? [`Added: ${added.join(", ")}.`] : []),
    ...(replaced.length > 0
      ? [`Replaced: ${replaced.join(", ")}. Lessons that use it show the new one.`]
      : []),
  ];
  return (
    <>
      {taken.length > 0 ? <Notice kind="success">{taken.join(" ")}</Notice> : null}
      {refused.length > 0 ? (
        <Notice
          kind="danger"
          title={refused.length === 1 ? "This file was not taken" : "These files were not taken"}
        >
          <ul className="grid gap-1">
            {refused.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <p className="mt-1">Nothing of {refused.length === 1 ? "it" : "them"} was stored.</p>
        </Notice>
      ) : null}
    </>
  );
}
