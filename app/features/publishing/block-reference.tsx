import { blockSnippets } from "./block-snippets";
import { SourceSample } from "./source-sample";

/** All blocks with what to write, to be copied: the toolbar's counterpart where there is no script. */
export function BlockReference() {
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-10 px-3 py-2 text-sm font-medium">Block reference</summary>
      <dl className="grid gap-4 border-t border-line p-3 text-sm">
        {blockSnippets.map(({ name, purpose, text }) => (
          <div key={name} className="grid gap-1">
            <dt className="font-medium">{name}</dt>
            <dd className="grid gap-1.5">
              <p className="text-muted">{purpose}</p>
              <SourceSample label={`${name}: what to write`} className="select-all">
                {text}
              </SourceSample>
            </dd>
          </div>
        ))}
      </dl>
      <p className="border-t border-line p-3 text-sm text-muted">
        Leave an empty line after an opening tag and before a closing one. Programs, raw HTML and braces are
        not taken; write \{"{"} where you mean the sign. A link to another lesson of this course is
        [text](./its-address).
      </p>
    </details>
  );
}
