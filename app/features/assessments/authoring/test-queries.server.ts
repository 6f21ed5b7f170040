import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { BlueprintQuestion } from "../blueprints/blueprint";
import { blueprintOf } from "../blueprints/blueprints.server";
import { candidates } from "../blueprints/draw-paper";
import { firstTooSmall } from "../blueprints/make-blueprint";
import { questionsInForce } from "./questions-in-force.server";
import { testsOf } from "./test-policy.server";
import type { TestSource } from "./test-settings";

const MOST_BANKS = 200;

export interface BankChoice {
  readonly slug: string;
  readonly title: string;
}

export interface TestSettings {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly state: "draft" | "published" | "archived";
  readonly source: TestSource;
  /** Those of the test's owner. */
  readonly banks: readonly BankChoice[];
  /** How many questions each section of the draft can draw from now. */
  readonly available: readonly number[];
  /** Why the published test goes on with questions that its banks no longer hold as they were; null where it does not. */
  readonly behind: string | null;
}

/** @throws NotFound */
export async function findTestSettings(actor: Actor, slug: string): Promise<TestSettings> {
  const test = await db.assessment.findFirst({
    where: { ...testsOf(actor), slug },
    select: {
      title: true,
      ownerId: true,
      currentRevisionId: true,
      archivedAt: true,
      draft: { select: { source: true, version: true } },
    },
  });
  if (!test?.draft) throw new NotFound("test");
  const banks = await db.bank.findMany({
    where: { ownerId: test.ownerId! },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST_BANKS,
    select: { slug: true, title: true },
  });
  const source = JSON.parse(test.draft.source) as TestSource;
  const published = test.currentRevisionId ? await blueprintOf(test.currentRevisionId) : null;
  const own = new Set(banks.map((bank) => bank.slug));
  const named = [...(source.sections ?? []), ...(published?.sections ?? [])].flatMap(
    (each) => each.banks ?? [],
  );
  const questions = await questionsInForce(
    db,
    [...new Set(named)].filter((name) => own.has(name)),
    published?.questions,
  );
  return {
    slug,
    title: test.title,
    version: test.draft.version,
    state: test.archivedAt ? "archived" : published ? "published" : "draft",
    source,
    banks,
    available: (source.sections ?? []).map((section) => availableTo(slug, section, questions)),
    behind: published ? (firstTooSmall({ ...published, questions })?.message ?? null) : null,
  };
}

type DraftSection = NonNullable<TestSource["sections"]>[number];

function availableTo(
  slug: string,
  { banks = [], clauses = [], topics = [], difficulty }: DraftSection,
  questions: readonly BlueprintQuestion[],
): number {
  const section = { title: "", draw: 1, banks, clauses, topics, ...(difficulty ? { difficulty } : {}) };
  return candidates({ slug, sections: [], questions: [] }, section, questions).length;
}
