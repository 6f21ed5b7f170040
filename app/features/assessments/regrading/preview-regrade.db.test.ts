import { beforeAll, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { fiveKinds, givenAssessment } from "../../../../tests/setup/given-assessment";
import {
  givenOpenSitting,
  givenSitting,
  resultsOf,
  versionOf,
  workThrough,
} from "../../../../tests/setup/given-regrade";
import { startAttempt } from "../sitting/start-attempt.server";
import { previewRegrade } from "./preview-regrade.server";
import { regradePage } from "./regrade-page.server";
import { regrade } from "./regrade.server";

let admin: Actor;
beforeAll(async () => {
  admin = await givenPerson({ access: "admin" });
});

it("says what applying then does, and saves nothing itself", async () => {
  const slug = await givenAssessment({ slug: "previewed", passMark: 0.8 });
  const sittings = [
    await givenSitting(slug),
    await givenSitting(slug, ["single-one"]),
    await givenSitting(slug, ["true-one"]),
    await givenSitting(slug, ["single-one", "true-one"]),
  ];
  await givenOpenSitting(slug);
  const questionVersionId = await versionOf(slug, "single-one");
  for (const treatment of ["full-credit", "drop"] as const) {
    const before = await Promise.all(sittings.map(({ attemptId }) => resultsOf(attemptId)));
    const seen =
      (
        await db.regrade.findFirst({
          where: { questionVersionId },
          orderBy: { id: "desc" },
          select: { id: true },
        })
      )?.id ?? null;
    const preview = await previewRegrade(admin, { questionVersionId, treatment });
    expect(await db.regrade.count({ where: { questionVersionId } })).toBe(seen === null ? 0 : 1);
    expect(await Promise.all(sittings.map(({ attemptId }) => resultsOf(attemptId)))).toEqual(before);

    const { regradeId } = await regrade(admin, {
      questionVersionId,
      treatment,
      reason: "Because it is faulty.",
      seen,
    });
    await workThrough(regradeId);
    const after = await Promise.all(sittings.map(({ attemptId }) => resultsOf(attemptId)));
    const pairs = after.map((results, index) => [before[index]!.at(-1)!, results.at(-1)!] as const);
    const counted = {
      touched: 4,
      rises: pairs.filter(([was, is]) => is.score > was.score).length,
      falls: pairs.filter(([was, is]) => is.score < was.score).length,
      stays: pairs.filter(([was, is]) => is.score === was.score).length,
      waiting: 0,
      settled: 0,
      open: 1,
    };
    expect(preview).toMatchObject(counted);
    expect(preview.toPass.count).toBe(pairs.filter(([was, is]) => is.passed && !was.passed).length);
    expect(preview.toFail.count).toBe(pairs.filter(([was, is]) => !is.passed && was.passed).length);
    expect(preview.toPass.count + preview.toFail.count).toBeGreaterThan(0);
    for (const { people, count } of [preview.toPass, preview.toFail]) {
      expect(people).toHaveLength(count);
      for (const person of people) expect(person.personId).not.toBeNull();
    }
  }
});

it("says which test could not be started any more", async () => {
  const slug = await givenAssessment({ slug: "just-enough" });
  await givenSitting(slug);
  const questionVersionId = await versionOf(slug, "single-one");
  const { tooFew } = await previewRegrade(admin, { questionVersionId, treatment: "drop" });
  expect(tooFew).toEqual([{ title: "Test just-enough", why: expect.stringContaining("draws 3") as string }]);
  const spare = { ...(fiveKinds[0] as object), id: "single-two", prompt: "And which one here?" };
  const roomy = await givenAssessment({ slug: "roomy", questions: [...fiveKinds, spare] });
  await givenSitting(roomy);
  const other = await versionOf(roomy, "true-one");
  expect((await previewRegrade(admin, { questionVersionId: other, treatment: "drop" })).tooFew).toEqual([]);
});

it("is for whoever runs the test, and not while they answer the question", async () => {
  const slug = await givenAssessment({ slug: "not-for-all" });
  await givenSitting(slug);
  const input = { questionVersionId: await versionOf(slug, "single-one"), treatment: "drop" } as const;
  const manager = await givenPerson({ access: "manager" });
  await expect(previewRegrade(manager, input)).rejects.toBeInstanceOf(NotFound);
  await startAttempt(admin, { assessmentSlug: slug });
  await expect(previewRegrade(admin, input)).rejects.toMatchObject({ reason: "being-answered" });
});

it("asks what is to be done only once a preview is asked for", async () => {
  const slug = await givenAssessment({ slug: "nothing-chosen" });
  await givenSitting(slug);
  const questionVersionId = await versionOf(slug, "single-one");
  const errorsOf = async (search: string) =>
    (await regradePage(admin, questionVersionId, new URLSearchParams(search))).errors;
  expect(await errorsOf("")).toEqual({});
  expect(await errorsOf("preview=1")).toEqual({ treatment: ["Choose what is to be done with it."] });
  expect(await errorsOf("preview=1&treatment=drop")).toEqual({});
});
