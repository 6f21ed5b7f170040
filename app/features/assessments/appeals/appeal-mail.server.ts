import type { Tx } from "~/platform/db/client.server";
import { mailCandidate } from "../marking/mail-candidate.server";
import type { Judged } from "../scoring/judge-attempt.server";
import type { Remedy } from "./appeal-rules";
import { aboutWords, remedyWords } from "./appeal-words";

interface Decided {
  readonly position: number | null;
  readonly decision: "upheld" | "rejected";
  readonly remedy: Remedy | null;
  readonly reason: string;
}

/** Tells the person what became of their appeal. */
export async function mailDecided(
  tx: Tx,
  { attempt, blueprint }: Judged,
  { position, decision, remedy, reason }: Decided,
): Promise<void> {
  const about = `your appeal about ${aboutWords(position).toLowerCase()} of ${blueprint.title}`;
  const outcome = decision === "upheld" ? `has been upheld. ${remedyWords(remedy)}` : "has not been upheld.";
  await mailCandidate(tx, attempt, {
    subject: `Your appeal about ${blueprint.title}`,
    paragraphs: [`${about} ${outcome}`, `The reason:\n${reason}`],
    place: "appeal",
    placeWords: "Your appeals to this test",
  });
}
