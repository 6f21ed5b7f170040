import type { LoaderFunctionArgs } from "@remix-run/node";
import { analyseTest } from "~/features/assessments/office-tests/analyse-test.server";
import { csvLine } from "~/features/audit/csv-line";
import { requireActor } from "~/features/auth/require-actor.server";

const HEAD = [
  "question",
  "kind",
  "clause",
  "prompt",
  "in force",
  "asked",
  "scored",
  "right",
  "tells apart",
  "upper less lower",
  "not answered",
  "median seconds",
  "what to look at",
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { slug, questions } = await analyseTest(actor, args.params.assessment!);
  const lines = questions.map((question) =>
    csvLine([
      question.address,
      question.kind,
      question.clause,
      question.prompt,
      question.inForce ? "yes" : "no",
      question.asked,
      question.n,
      question.difficulty,
      question.discrimination,
      question.upperLower,
      question.unanswered,
      question.seconds?.median ?? null,
      question.findings.map(({ message }) => message).join(" "),
    ]),
  );
  return new Response([csvLine(HEAD), ...lines].join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${slug}-analysis.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
