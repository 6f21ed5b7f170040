import { Form, useNavigation } from "@remix-run/react";
import {
  type ChangeKind,
  changeKindMeanings,
  changeKindNames,
  changeKinds,
} from "~/features/content/revisions/change-kinds";
import { Button } from "~/ui/button";
import { RadioGroup, TextArea } from "~/ui/field";

interface PublishFormProps {
  edits: number;
  revision: number;
  /** What the program can tell of the change; null before the first revision. */
  judged: { proposed: ChangeKind; because: string; notEditorial: readonly string[] } | null;
  typed: { note: string; reason: string; kind?: ChangeKind | undefined } | undefined;
  errors: Readonly<Record<string, readonly string[]>> | undefined;
  /** People are certified on it: what is more than editorial is proposed to a second person. */
  secondPerson: boolean;
}

export function PublishForm({ edits, revision, judged, typed, errors, secondPerson }: PublishFormProps) {
  const first = revision === 0;
  const sending = useNavigation().formMethod === "POST";
  return (
    <Form method="post" className="grid max-w-[38rem] gap-5">
      <input type="hidden" name="edits" value={edits} />
      <TextArea
        label={first ? "Note for the record (optional)" : "What changed"}
        hint={
          first
            ? "Kept with the revision, such as why the course was written."
            : "One sentence for those who have read the course before, such as: the limits in lesson 2 are the ones of 2027."
        }
        name="note"
        rows={3}
        defaultValue={typed?.note ?? ""}
        errors={errors?.note}
      />
      {judged ? (
        <>
          <RadioGroup
            label="What it asks of those who completed the course"
            name="change"
            hint={`Proposed: ${changeKindNames[judged.proposed].toLowerCase()}. ${judged.because}`}
            defaultValue={typed?.kind ?? judged.proposed}
            errors={errors?.change}
            options={changeKinds.map((kind) => ({
              value: kind,
              label: changeKindNames[kind],
              hint:
                kind === "editorial" && judged.notEditorial.length > 0
                  ? `Not possible here. ${judged.notEditorial.join(" ")}`
                  : changeKindMeanings[kind],
            }))}
          />
          <TextArea
            label="Why this kind"
            hint="Needed where it is another one than proposed. It stays with the revision."
            name="reason"
            rows={2}
            defaultValue={typed?.reason ?? ""}
            errors={errors?.reason}
          />
        </>
      ) : null}
      {secondPerson ? (
        <p className="text-sm">
          People are certified on this course. An editorial revision is published at once. A delta or full one
          goes to a second person, and is in force once they have confirmed it.
        </p>
      ) : null}
      <Button
        name="form"
        value={secondPerson ? "propose" : "publish"}
        disabled={sending}
        className="justify-self-start"
      >
        {sending
          ? "Sending…"
          : first
            ? "Publish the course"
            : secondPerson
              ? `Publish or propose revision ${revision + 1}`
              : `Publish revision ${revision + 1}`}
      </Button>
    </Form>
  );
}

/** For a draft that is as it was published again. */
export function SettleForm({ edits }: { edits: number }) {
  return (
    <Form method="post">
      <input type="hidden" name="edits" value={edits} />
      <Button name="form" value="settle" variant="secondary">
        List it as published
      </Button>
    </Form>
  );
}
