import { Paperclip } from "lucide-react";
import { writeNumber } from "~/features/assessments/questions/certain-number";
import { DateTime } from "~/ui/date-time";
import { TextArea, TextField } from "~/ui/field";
import { FieldErrors } from "~/ui/field-parts";
import { ResultBadge } from "./criterion-results";
import { EVIDENCE_FILES, partName } from "./mark-form";
import { targetInWords } from "./mark-words";
import type { RefusedMark, SavedState } from "./save-marks.server";
import type { SeenCriterion } from "./sign-off-page.server";

const CHOICES = [
  { value: "met", label: "Met" },
  { value: "not-met", label: "Not met" },
];
const NOT_SEEN = { value: "", label: "Not seen" };
const choice =
  "flex min-h-12 grow items-center gap-3 rounded-md border border-edge bg-surface px-4 has-checked:border-accent " +
  "has-checked:bg-accent-soft has-checked:font-medium";

interface Props {
  seen: SeenCriterion;
  number: number;
  /** How it stands on the server. */
  saved: SavedState | undefined;
  refused: RefusedMark | undefined;
  fileProblem: string | undefined;
  signOffId: string;
  timeZone: string;
}

export function CriterionFields({ seen, number, saved, refused, fileProblem, signOffId, timeZone }: Props) {
  const { criterion, mark } = seen;
  const { id, measured: measure } = criterion;
  const typed = refused?.typed;
  const entryProblem = refused?.part === "entry" ? refused.message : undefined;
  const problemOfFile = refused?.part === "file" ? refused.message : fileProblem;
  const name = (part: Parameters<typeof partName>[0]) => partName(part, id);
  const outcome = typed?.outcome ?? mark?.outcome ?? "";
  return (
    <fieldset
      className="grid min-w-0 gap-3.5 border-t border-line py-5"
      aria-describedby={[`${id}-look`, ...(entryProblem ? [`${id}-refused`] : [])].join(" ")}
    >
      <legend className="sr-only">{criterion.text}</legend>
      <div className="flex items-start justify-between gap-x-4">
        <p aria-hidden className="min-w-0 text-lg font-semibold">
          {number}. {criterion.text}
          {criterion.required ? "" : " (not required)"}
        </p>
        <ResultBadge result={saved?.result ?? "open"} />
      </div>
      <p id={`${id}-look`} className="text-muted">
        {criterion.lookFor}
        {measure ? ` Target: ${targetInWords(measure)}.` : ""}
      </p>
      <input type="hidden" name={name("version")} value={typed?.version ?? saved?.version ?? 0} readOnly />
      {measure ? (
        <div className="grid grid-cols-1 gap-3 min-[26rem]:grid-cols-2 [&_input]:h-12 [&_input]:text-lg">
          <TextField
            label={`Measured (${measure.unit})`}
            name={name("measured")}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={typed?.measured ?? (mark?.measured == null ? "" : writeNumber(mark.measured))}
          />
          {measure.sample ? (
            <TextField
              label={`How many ${measure.sample.of}`}
              name={name("sample")}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typed?.sample ?? mark?.sample ?? ""}
            />
          ) : null}
        </div>
      ) : (
        <div role="radiogroup" aria-label={criterion.text} className="flex flex-wrap gap-3">
          {[...CHOICES, ...(criterion.required ? [] : [NOT_SEEN])].map(({ value, label }) => (
            <label key={value} className={choice}>
              <input
                type="radio"
                name={name("outcome")}
                value={value}
                defaultChecked={outcome === value}
                className="size-5 shrink-0 accent-accent"
              />
              {label}
            </label>
          ))}
        </div>
      )}
      <FieldErrors id={`${id}-refused`} errors={entryProblem ? [entryProblem] : []} />
      {refused?.theirs ? (
        <label className="inline-flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            name={name("replace")}
            value={refused.theirs}
            className="size-5 accent-accent"
          />
          Replace it with mine
        </label>
      ) : null}
      {saved?.because ? <p className="text-sm font-medium text-due">{saved.because}</p> : null}
      <TextArea
        label="Note"
        name={name("note")}
        rows={2}
        maxLength={2_000}
        defaultValue={typed?.note ?? mark?.note ?? ""}
      />
      <div className="grid gap-2">
        {saved?.file ? (
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <a
              href={`/sign-offs/${signOffId}/files/${id}`}
              className="link inline-flex min-h-6 items-center gap-1.5 break-all"
            >
              <Paperclip aria-hidden className="size-4 shrink-0" />
              {saved.file.name}
            </a>
            <label className="inline-flex min-h-6 items-center gap-2 text-sm">
              <input type="checkbox" name={name("remove")} className="size-4 accent-accent" />
              Take it away
            </label>
          </div>
        ) : null}
        <input
          type="file"
          name={name("file")}
          accept={EVIDENCE_FILES.types.map((type) => `.${type}`).join(",")}
          aria-label={saved?.file ? "Another evidence file instead" : "Evidence file"}
          className="max-w-full text-sm file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-md file:border file:border-edge/60 file:bg-surface file:px-3.5 file:font-medium hover:file:bg-hover"
          aria-describedby={problemOfFile ? `${id}-file-error` : undefined}
        />
        <FieldErrors id={`${id}-file-error`} errors={problemOfFile ? [problemOfFile] : []} />
      </div>
      {saved && !refused ? (
        <p className="text-sm text-muted">
          Saved by {saved.savedByName},{" "}
          <DateTime value={saved.savedAt} timeZone={timeZone} format="datetime" />
        </p>
      ) : null}
    </fieldset>
  );
}
