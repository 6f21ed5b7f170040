import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { ServedQuestion } from "../questions/question";
import { answerWords } from "./answer-words";
import type { AnswerConflict } from "./attempt-view";
import { placeAddress } from "./place-address";

export interface PlacedConflict extends AnswerConflict {
  readonly attemptId: string;
  /** The page of the paper that the question is on. */
  readonly place: string;
}

interface AnswerConflictNoteProps extends PlacedConflict {
  question: ServedQuestion;
  onReplace: () => void;
}

/** Two windows answered the same question: both answers, and which of them counts. */
export function AnswerConflictNote({
  question,
  stored,
  sent,
  attemptId,
  place,
  onReplace,
}: AnswerConflictNoteProps) {
  return (
    <Notice kind="warning" title="This question was answered in another window meanwhile">
      <p>The answer from there is saved and counts until you replace it. The one from here is not saved.</p>
      <dl className="mt-2 grid gap-2">
        <div>
          <dt className="text-sm text-muted">Saved, from the other window</dt>
          <dd className="max-h-60 overflow-auto break-words whitespace-pre-wrap">
            {answerWords(question, stored)}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">From here, not saved</dt>
          <dd className="max-h-60 overflow-auto break-words whitespace-pre-wrap">
            {sent ? answerWords(question, sent) : "As it stands in this page"}
          </dd>
        </div>
      </dl>
      <div className="mt-3 flex flex-wrap gap-3">
        {/* Without scripts it sends the form again, which now knows of the other answer. */}
        <Button
          size="small"
          name="go"
          value={`${place}-${question.position}`}
          onClick={(event) => {
            event.preventDefault();
            onReplace();
          }}
        >
          Save the one from here instead
        </Button>
        <ButtonLink
          size="small"
          variant="secondary"
          reloadDocument
          to={placeAddress(attemptId, `${place}-${question.position}`)}
        >
          Keep the saved one
        </ButtonLink>
      </div>
    </Notice>
  );
}
