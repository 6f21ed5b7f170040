import { useEffect, useState } from "react";
import type { QuestionToMark } from "./find-marking.server";

interface Props {
  formId: string;
  questions: readonly Pick<QuestionToMark, "position" | "criteria">[];
}

interface Total {
  readonly points: number;
  readonly chosen: number;
}

/** Points given so far. With JavaScript only: without it the form says on saving what is missing. */
export function RunningTotal({ formId, questions }: Props) {
  const [total, setTotal] = useState<Total | null>(null);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const add = () => {
      const given = [...new FormData(form)].flatMap(([name, value]) =>
        name.startsWith("points.") ? [Number(value)] : [],
      );
      setTotal({ points: given.reduce((sum, points) => sum + points, 0), chosen: given.length });
    };
    add();
    form.addEventListener("change", add);
    return () => form.removeEventListener("change", add);
  }, [formId, questions]);

  if (!total) return null;
  const criteria = questions.flatMap((question) => question.criteria);
  const most = criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);
  const left = criteria.length - total.chosen;
  return (
    <output form={formId} className="text-sm text-muted">
      <span className="font-medium text-ink tabular-nums">
        {total.points} of {most} points
      </span>{" "}
      {left === 0 ? "given, every criterion marked" : `given, ${left} of ${criteria.length} criteria to go`}
    </output>
  );
}
