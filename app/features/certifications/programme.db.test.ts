import { beforeAll, describe, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import {
  foundation,
  givenAttempt,
  givenCompletion,
  givenFoundation,
  givenTest,
  role,
  syncFiles,
} from "../../../tests/setup/given-certification";
import { awardEarned } from "./award-earned.server";
import { certificationStates } from "./certification-states.server";
import { awardAllEarned } from "./award-all-earned.server";
import { certificationPage } from "./programme/certification-page.server";
import { bringIntoForce } from "./publish-certification.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2025-01-01");
const roleFile = { "roles/customer-service-associate.yaml": role };

beforeAll(() =>
  at(since, async () => {
    await givenFoundation();
    for (const slug of ["yearly-a", "yearly-b", "extra"]) await givenTest(slug);
  }),
);

/** Brings in exactly these certifications, on this day. */
const given = (day: string, ...definitions: (Record<string, unknown> & { id: string })[]) =>
  at(on(day), () =>
    syncFiles({
      ...roleFile,
      ...Object.fromEntries(definitions.map((each) => [`certifications/${each.id}.yaml`, each])),
    }),
  );

const { validity: _, requirements: __, ...plain } = foundation;
const associate = () => at(since, () => givenPerson({ jobRole: "customer-service-associate", since }));
const passes = (personId: string, test: string, day: string) =>
  at(on(day), async () => {
    await givenAttempt(personId, test);
    return awardEarned(personId);
  });
const earn = (personId: string, day: string) => at(on(day), () => awardEarned(personId));
const awardsOf = (personId: string, certificationId = "foundation") =>
  db.award.findMany({
    where: { personId, certificationId },
    orderBy: { validFrom: "asc" },
    select: { id: true, validFrom: true, validUntil: true, cycle: { select: { number: true, cause: true } } },
  });
const statusOf = async (personId: string, day: string, id = "foundation") =>
  (await certificationStates([personId], { effective: on(day), known: on(day) })).find(
    ({ certificationId }) => certificationId === id,
  )?.status;

describe("a programme", () => {
  it("asks for as many of a group as it says, whichever they are", async () => {
    await given("2025-01-02", {
      ...plain,
      validity: { months: 12 },
      requirements: [
        { assessment: "essentials" },
        { anyOf: 1, of: [{ assessment: "extra" }, { assessment: "yearly-a" }] },
      ],
    });
    const { personId } = await associate();
    expect(await passes(personId, "essentials", "2025-02-01")).toEqual([]);
    expect(await passes(personId, "yearly-a", "2025-02-02")).toHaveLength(1);
    const document = await db.evidenceRecord.findFirstOrThrow({ where: { personId, kind: "award-granted" } });
    const { evidence } = JSON.parse(document.document) as { evidence: { slug: string }[] };
    expect(evidence.map(({ slug }) => slug)).toEqual(["essentials", "yearly-a"]);
  });

  it("is renewed by other training each year, in turn, and by the first path again after a lapse", async () => {
    await given("2025-01-02", {
      ...plain,
      validity: { months: 12, from: "previous-expiry" },
      graceDays: 14,
      requirements: [{ course: "conduct" }, { assessment: "essentials" }],
      renewal: [
        { title: "Odd years", requirements: [{ assessment: "yearly-a" }] },
        { title: "Even years", requirements: [{ assessment: "yearly-b" }] },
      ],
    });
    const { personId } = await associate();
    await at(on("2025-02-01"), () => givenCompletion(personId, "conduct"));
    expect(await passes(personId, "essentials", "2025-02-01")).toHaveLength(1);
    expect(await passes(personId, "yearly-a", "2025-11-01"), "the window is not open yet").toEqual([]);
    expect(await passes(personId, "yearly-b", "2026-01-05"), "it is not its turn").toEqual([]);
    expect(await passes(personId, "yearly-a", "2026-01-10")).toHaveLength(1);
    expect(await statusOf(personId, "2026-01-11"), "the old one still runs").toBe("valid");
    expect(await passes(personId, "yearly-b", "2027-02-10"), "in grace").toHaveLength(1);
    expect(await passes(personId, "yearly-a", "2028-03-01"), "lapsed: the first path again").toEqual([]);
    expect(await statusOf(personId, "2028-03-01")).toBe("expired");
    expect(await passes(personId, "essentials", "2028-03-02")).toHaveLength(1);
    expect(
      (await awardsOf(personId)).map(({ validFrom, validUntil, cycle }) => [
        validFrom.toISOString().slice(0, 10),
        validUntil?.toISOString().slice(0, 10),
        cycle.number,
        cycle.cause,
      ]),
    ).toEqual([
      ["2025-02-01", "2026-02-01", 1, "earned"],
      ["2026-01-10", "2027-02-01", 2, "renewal"],
      ["2027-02-10", "2028-02-01", 3, "renewal"],
      ["2028-03-02", "2029-03-02", 4, "earned"],
    ]);
  });

  it("is not awarded before what it asks to be held first, and then at once", async () => {
    await given(
      "2025-01-02",
      { ...plain, requirements: [{ assessment: "essentials" }] },
      {
        ...plain,
        id: "advanced",
        title: "Advanced",
        requirements: [{ assessment: "extra" }],
        prerequisites: ["foundation"],
      },
    );
    const { personId } = await associate();
    expect(await passes(personId, "extra", "2025-02-01")).toEqual([]);
    expect(await passes(personId, "essentials", "2025-03-01")).toHaveLength(2);
  });

  it("is awarded to who holds what counts as what it asks to be held first, and its page says so", async () => {
    const basic = { ...plain, requirements: [{ assessment: "essentials" }] };
    const elsewhere = {
      ...plain,
      id: "elsewhere",
      title: "Elsewhere",
      requirements: [{ assessment: "yearly-a" }],
    };
    const further = { ...elsewhere, id: "further", requirements: [{ assessment: "yearly-b" }] };
    const advanced = {
      ...plain,
      id: "advanced",
      title: "Advanced",
      requirements: [{ assessment: "extra" }],
      prerequisites: ["foundation"],
    };
    await given("2025-01-02", basic, elsewhere, further, advanced);
    const [required, free] = [await associate(), await at(since, () => givenPerson({ since }))];
    const heldFor = async (of: typeof free, day: string) =>
      (await at(on(day), () => certificationPage(of, "advanced"))).prerequisites.map(({ held }) => held);
    for (const of of [required, free]) {
      expect(await passes(of.personId, "yearly-a", "2025-02-01")).toHaveLength(1);
      expect(await passes(of.personId, "extra", "2025-02-02")).toEqual([]);
      expect(await heldFor(of, "2025-02-03")).toEqual([false]);
    }
    /* Whoever did all that it asks is looked at, though they did nothing for what it asks to be held first. */
    await given("2025-03-01", { ...basic, equivalents: ["elsewhere"] }, elsewhere, further, advanced);
    await at(on("2025-03-01"), () => awardAllEarned({ certificationId: "foundation", after: "" }));
    for (const of of [required, free]) {
      expect(await awardsOf(of.personId, "advanced")).toHaveLength(1);
      expect(await heldFor(of, "2025-03-02")).toEqual([true]);
    }
  });

  it("is not held by what counts as something that counts as it", async () => {
    const one = { ...plain, requirements: [{ assessment: "essentials" }], equivalents: ["elsewhere"] };
    const two = {
      ...plain,
      id: "elsewhere",
      title: "Elsewhere",
      requirements: [{ assessment: "yearly-a" }],
      equivalents: ["further"],
    };
    const three = { ...plain, id: "further", title: "Further", requirements: [{ assessment: "yearly-b" }] };
    const advanced = {
      ...three,
      id: "advanced",
      requirements: [{ assessment: "extra" }],
      prerequisites: ["foundation"],
    };
    await given("2025-01-02", one, two, three, advanced);
    const actor = await associate();
    await passes(actor.personId, "yearly-b", "2025-02-01");
    expect(await passes(actor.personId, "extra", "2025-02-02")).toEqual([]);
    const { equivalents } = await at(on("2025-02-03"), () => certificationPage(actor, "foundation"));
    expect(equivalents).toMatchObject([{ id: "elsewhere", held: false }]);
  });

  it("counts as held while an equivalent one is valid", async () => {
    await given(
      "2025-01-02",
      { ...plain, requirements: [{ assessment: "essentials" }], equivalents: ["elsewhere"] },
      {
        ...plain,
        id: "elsewhere",
        title: "Elsewhere",
        validity: { months: 6 },
        requirements: [{ assessment: "extra" }],
      },
    );
    const { personId } = await associate();
    await passes(personId, "extra", "2025-02-01");
    expect(await statusOf(personId, "2025-03-01")).toBe("valid");
    expect(await statusOf(personId, "2025-08-01")).toBe("overdue");
  });

  it("ends on a day of the year, and never too soon after it was earned", async () => {
    await given("2025-01-02", {
      ...plain,
      validity: { until: "12-31", minimumDays: 60 },
      requirements: [{ assessment: "essentials" }],
    });
    const [early, late] = [await associate(), await associate()];
    await passes(early.personId, "essentials", "2025-03-01");
    await passes(late.personId, "essentials", "2025-12-01");
    expect((await awardsOf(early.personId))[0]!.validUntil).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect((await awardsOf(late.personId))[0]!.validUntil).toEqual(new Date("2027-01-01T00:00:00Z"));
  });
});

describe("a change of the rules", () => {
  it("holds from its own date on, and rewrites nothing that was awarded", async () => {
    const old = { ...plain, requirements: [{ assessment: "essentials" }], validity: { months: 12 } };
    await given("2025-01-02", old);
    const [before, after] = [await associate(), await associate()];
    await passes(before.personId, "essentials", "2025-02-01");
    const awarded = await awardsOf(before.personId);
    await given("2025-03-01", { ...old, validity: { months: 6 }, inForceFrom: "2025-06-01" });
    await at(on("2025-03-02"), bringIntoForce);
    expect(await db.certification.findUniqueOrThrow({ where: { id: "foundation" } })).toMatchObject({
      nextRevisionId: expect.any(String) as string,
    });
    await at(on("2025-06-01"), () => Promise.all([bringIntoForce(), bringIntoForce(), bringIntoForce()]));
    expect(await db.certification.findUniqueOrThrow({ where: { id: "foundation" } })).toMatchObject({
      nextRevisionId: null,
    });
    expect(await awardsOf(before.personId)).toEqual(awarded);
    await passes(after.personId, "essentials", "2025-06-02");
    expect((await awardsOf(after.personId))[0]!.validUntil).toEqual(on("2025-12-02"));
    expect(await earn(before.personId, "2025-06-02")).toEqual([]);
  });

  it("is refused where certifications ask for each other in a circle, and the last good rules stay", async () => {
    const [one, two] = [
      { ...plain, id: "one", title: "One", requirements: [{ assessment: "essentials" }] },
      { ...plain, id: "two", title: "Two", requirements: [{ assessment: "extra" }], prerequisites: ["one"] },
    ];
    await given("2025-01-02", one, two);
    const findings = await given("2025-02-01", { ...one, prerequisites: ["two"] }, two);
    expect(findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining("Nobody could ever earn it")]),
    );
    const { currentRevisionId } = await db.certification.findUniqueOrThrow({ where: { id: "one" } });
    const { definition } = await db.certificationRevision.findUniqueOrThrow({
      where: { id: currentRevisionId! },
    });
    expect(definition).not.toContain("prerequisites");
  });
});
