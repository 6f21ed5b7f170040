import { faultyVersions } from "../scoring/faulty-versions.server";
import { db } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { blueprintsOf } from "../blueprints/blueprints.server";
import { drawPaper } from "../blueprints/draw-paper";
import type { Treatment } from "../scoring/score-attempt";
import type { RegradableQuestion } from "./regradable-question.server";

/** A test that could not be started any more, because too few questions are left to draw. */
export interface TooFew {
  readonly title: string;
  readonly why: string;
}

/** A question that everyone gets the points for, or that is dropped, is drawn no more. */
export async function tooFewAfter(question: RegradableQuestion, treatment: Treatment): Promise<TooFew[]> {
  if (treatment.kind === "new-key" || question.drawnBy.length === 0) return [];
  const withdrawn = new Set([question.versionId, ...(await faultyVersions(db))]);
  const blueprints = await blueprintsOf(question.drawnBy.map(({ revisionId }) => revisionId));
  return [...blueprints.values()].flatMap((blueprint) => {
    try {
      drawPaper({ blueprint, seen: new Set(), withdrawn, randomBytes: new Uint8Array(32) });
      return [];
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return [{ title: blueprint.title, why: error.message }];
    }
  });
}
