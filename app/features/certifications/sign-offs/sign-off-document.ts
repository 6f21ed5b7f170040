/** What the record of a sign-off pins: the checklist's revision, each criterion with its target, and what was seen of it. */
import { z } from "zod";
import type { SignOff } from "./find-sign-off.server";
import { DECLARATIONS, resultOf } from "./sign-off-rules";

const file = z.object({ hash: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() });

export const signOffDocument = z.object({
  signOffId: z.string(),
  checklist: z.string(),
  title: z.string(),
  /** The revision's hash. */
  revision: z.string(),
  revisionNumber: z.number().int(),
  observer: z.string(),
  startedAt: z.string(),
  completedAt: z.string(),
  comment: z.string(),
  met: z.boolean(),
  declaration: z.string(),
  /** Of the person, once they have said something to it. */
  answer: z.object({ at: z.string(), declaration: z.string().nullable() }).optional(),
  criteria: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      required: z.boolean(),
      unit: z.string().nullable(),
      atMost: z.number().nullable(),
      atLeast: z.number().nullable(),
      result: z.enum(["met", "not-met", "open"]),
      measured: z.number().nullable(),
      sample: z.number().nullable(),
      note: z.string(),
      file: file.nullable(),
      seenBy: z.string().nullable(),
      seenAt: z.string().nullable(),
    }),
  ),
});
export type SignOffDocument = z.output<typeof signOffDocument>;

interface Completed {
  readonly completedAt: Date;
  readonly completedById: string;
  readonly met: boolean;
  readonly comment: string;
}

export function documentOf(
  signOff: Pick<
    SignOff,
    "id" | "checklistId" | "revisionId" | "revisionNumber" | "definition" | "startedAt" | "marks"
  >,
  completed: Completed,
  answer?: { readonly at: Date; readonly agrees: boolean },
): SignOffDocument {
  const { definition, marks } = signOff;
  return {
    signOffId: signOff.id,
    checklist: signOff.checklistId,
    title: definition.title,
    revision: signOff.revisionId,
    revisionNumber: signOff.revisionNumber,
    observer: completed.completedById,
    startedAt: signOff.startedAt.toISOString(),
    completedAt: completed.completedAt.toISOString(),
    comment: completed.comment,
    met: completed.met,
    declaration: DECLARATIONS.observer,
    ...(answer
      ? {
          answer: { at: answer.at.toISOString(), declaration: answer.agrees ? DECLARATIONS.person : null },
        }
      : {}),
    criteria: definition.criteria.map((criterion) => {
      const mark = marks.get(criterion.id);
      const target = criterion.measured?.target;
      return {
        id: criterion.id,
        text: criterion.text,
        required: criterion.required,
        unit: criterion.measured?.unit ?? null,
        atMost: target && "atMost" in target ? target.atMost : null,
        atLeast: target && "atLeast" in target ? target.atLeast : null,
        result: resultOf(criterion, mark),
        measured: mark?.measured ?? null,
        sample: mark?.sample ?? null,
        note: mark?.note ?? "",
        file: mark?.file ?? null,
        seenBy: mark?.savedById ?? null,
        seenAt: mark?.savedAt.toISOString() ?? null,
      };
    }),
  };
}
