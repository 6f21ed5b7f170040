import { Link } from "@remix-run/react";
import { whatWasDone } from "~/platform/http/what-was-done";
import { Notice } from "~/ui/notice";
import { settingsAddress } from "../authoring/test-settings";

const words: Readonly<Record<string, string>> = {
  created: "The bank is there. Add its first question, or import questions from a file.",
  renamed: "The bank has its new title.",
  added: "The question is in the bank.",
  saved: "Saved as a new version. Attempts that are running keep the one that they began with.",
  unchanged: "Nothing was changed, so there is no new version.",
  withdrawn: "The question is withdrawn. It stays in past attempts, and you can restore it.",
  restored: "The question is in use again.",
  imported: "The questions are imported.",
  pictures: "The pictures are in the bank.",
};

export interface DoneView {
  readonly words: string;
  readonly tests: number;
  /** Tests that go on with the questions that they had. */
  readonly kept: readonly string[];
}

/** From the address that a form led to. */
export function doneIn(request: Request): DoneView | null {
  const found = whatWasDone(request, words);
  if (!found) return null;
  const params = new URL(request.url).searchParams;
  const tests = Math.max(0, Math.min(10_000, Math.trunc(Number(params.get("tests")) || 0)));
  const kept = params.getAll("kept").filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug));
  return { words: found, tests, kept };
}

export function DoneNotice({ done }: { done: DoneView | null }) {
  if (!done) return null;
  const { tests, kept } = done;
  return (
    <>
      <Notice kind="success">
        {done.words}
        {tests > 0
          ? ` ${tests === 1 ? "One test draws" : `${tests} tests draw`} from the bank as it is now.`
          : ""}
      </Notice>
      {kept.length > 0 ? (
        <Notice kind="warning" title="Some tests go on with the questions that they had">
          A section of theirs would have too few to draw from:{" "}
          {kept.map((slug, index) => (
            <span key={slug}>
              {index > 0 ? ", " : ""}
              <Link to={settingsAddress(slug)} className="link">
                {slug}
              </Link>
            </span>
          ))}
          . Add questions, or let the section draw fewer.
        </Notice>
      ) : null}
    </>
  );
}
