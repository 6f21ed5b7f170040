import { Form, Link } from "@remix-run/react";
import { Check, CircleAlert, CloudOff, LoaderCircle, LogIn } from "lucide-react";
import { useRef, type FormEvent } from "react";
import { Button } from "~/ui/button";
import { CriterionFields } from "./criterion-fields";
import type { SaveOutcome } from "./save-marks.server";
import type { SignOffPage } from "./sign-off-page.server";
import { useAutosave, type AutosaveState } from "./use-autosave";

interface Props {
  page: SignOffPage;
  start: SaveOutcome;
  timeZone: string;
}

/** Filled in on a phone beside the person. With JavaScript each entry is saved as it is made. */
export function FillForm({ page, start, timeZone }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { outcome, fileProblems, state, send, later, flush } = useAutosave(page.id, form, start);
  const changed = (event: FormEvent) => {
    const typing = event.target instanceof HTMLTextAreaElement || isText(event.target);
    if (typing) later();
    else void send();
  };
  const refused = Object.keys(outcome.refused).length > 0;
  return (
    <Form ref={form} method="post" encType="multipart/form-data" onInput={changed} onBlur={flush}>
      {page.criteria.map((seen, index) => (
        <CriterionFields
          key={seen.criterion.id}
          seen={seen}
          number={index + 1}
          saved={outcome.saved[seen.criterion.id]}
          refused={outcome.refused[seen.criterion.id]}
          fileProblem={fileProblems[seen.criterion.id]}
          signOffId={page.id}
          timeZone={timeZone}
        />
      ))}
      <div className="sticky bottom-0 grid gap-2 border-t border-line bg-canvas py-3">
        <SavedLine
          state={refused && state === "saved" ? "refused" : state}
          address={`/sign-offs/${page.id}/fill`}
        />
        <div className="flex flex-wrap gap-3">
          <Button size="large" name="intent" value="review">
            Review and sign
          </Button>
          <Button size="large" variant="secondary" name="intent" value="save">
            Save
          </Button>
        </div>
      </div>
    </Form>
  );
}

function isText(target: EventTarget): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")
  );
}

function SavedLine({ state, address }: { state: AutosaveState | "refused"; address: string }) {
  const warning = "inline-flex items-start gap-1.5 font-medium text-due";
  return (
    <p
      role="status"
      className="flex items-center gap-1.5 text-sm text-muted empty:hidden [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {state === "saving" ? (
        <>
          <LoaderCircle aria-hidden /> Saving
        </>
      ) : null}
      {state === "saved" ? (
        <>
          <Check aria-hidden className="text-valid" /> Saved
        </>
      ) : null}
      {state === "refused" ? (
        <span className={warning}>
          <CircleAlert aria-hidden /> Not everything is saved yet: see the notes above.
        </span>
      ) : null}
      {state === "offline" ? (
        <span className={warning}>
          <CloudOff aria-hidden /> No connection. Keep this page open: it is saved when the connection is
          back.
        </span>
      ) : null}
      {state === "closed" ? (
        <span className={warning}>
          <CircleAlert aria-hidden /> It has been signed or withdrawn meanwhile. Your last entries are not
          saved.
        </span>
      ) : null}
      {state === "signed-out" ? (
        <span className={warning}>
          <LogIn aria-hidden />
          <span>
            Your session has ended.{" "}
            <Link to={`/login?next=${encodeURIComponent(address)}`} className="link">
              Sign in again
            </Link>
            ; what was saved is there.
          </span>
        </span>
      ) : null}
    </p>
  );
}
