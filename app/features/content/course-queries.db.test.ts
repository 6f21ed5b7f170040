import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenCourse } from "../../../tests/setup/given-course";
import { givenCheck } from "../../../tests/setup/given-lesson";
import { isInAudience } from "./audience-rules";
import { browseCourses, findCourse } from "./course-queries.server";
import { readRevision } from "./read-revision.server";
import { searchCourses } from "./search-courses.server";

let associate: Actor;
let executive: Actor;
let owner: Actor;
let nobody: Actor;

beforeAll(async () => {
  associate = await givenPerson({ jobRole: "customer-service-associate", region: "emea" });
  executive = await givenPerson({ jobRole: "account-executive", region: "north-america" });
  owner = await givenPerson();
  nobody = await givenPerson();
  const lessons = (text: string) => ({ one: `## Titration\n\nThe burette holds ${text}.\n\n${givenCheck}` });
  await givenCourse({ title: "For all", lessons: lessons("water") });
  await givenCourse({
    title: "For associates",
    jobRoles: ["customer-service-associate"],
    lessons: lessons("acid"),
  });
  await givenCourse({
    title: "For Americans",
    regions: ["north-america"],
    kind: "policy",
    lessons: lessons("base"),
  });
  const both = { jobRoles: ["account-executive"], regions: ["emea"] };
  await givenCourse({
    title: "For European executives",
    ...both,
    ownerId: owner.personId,
    lessons: lessons("alcohol"),
  });
  await givenCourse({ title: "Archived", lessons: lessons("dust") });
  await db.course.updateMany({ where: { slug: "archived" }, data: { archivedAt: now() } });
});

const titles = async (actor: Actor) => (await browseCourses(actor)).courses.map(({ title }) => title).sort();
const found = async (actor: Actor, query: string) =>
  (await searchCourses(actor, { query })).map(({ title }) => title).sort();

const visible: [who: string, actor: () => Actor, titles: string[]][] = [
  ["an associate in Europe", () => associate, ["For all", "For associates"]],
  ["an executive in America", () => executive, ["For Americans", "For all"]],
  ["the owner of a course", () => owner, ["For European executives", "For all"]],
  ["someone without role and region", () => nobody, ["For all"]],
];

describe("a course is open to", () => {
  it.each(visible)("%s", async (_, actor, expected) => {
    expect(await titles(actor())).toEqual(expected);
    expect(await found(actor(), "titration")).toEqual(expected);
    for (const slug of [
      "for-all",
      "for-associates",
      "for-americans",
      "for-european-executives",
      "archived",
    ]) {
      const open = await findCourse(actor(), slug).catch((error: unknown) => error);
      if (expected.some((title) => title.toLowerCase().replaceAll(" ", "-") === slug))
        expect(open).toMatchObject({ slug });
      else expect(open).toBeInstanceOf(NotFound);
    }
  });

  it("the same people by the rule in memory as by the query", async () => {
    const rows = await db.course.findMany({
      where: { archivedAt: null },
      select: { title: true, currentRevisionId: true, ownerId: true },
    });
    for (const [, actor, expected] of visible) {
      const open: string[] = [];
      for (const { title, currentRevisionId, ownerId } of rows) {
        const { audience } = await readRevision(currentRevisionId!);
        if (ownerId === actor().personId || isInAudience(actor(), audience)) open.push(title);
      }
      expect(open.sort()).toEqual(expected);
    }
  });
});

describe("search", () => {
  it("tells nothing of a course outside the audience, not even that it is there", async () => {
    expect(await searchCourses(associate, { query: "alcohol" })).toEqual([]);
    expect(JSON.stringify(await searchCourses(associate, { query: "burette" }))).not.toMatch(
      /alcohol|base|dust/,
    );
  });

  it("forgives a typing mistake, finds beginnings of words, and shows where", async () => {
    expect(await found(associate, "buretet")).toEqual(["For all", "For associates"]);
    const [hit] = await searchCourses(associate, { query: "titr aci" });
    expect(hit).toMatchObject({ title: "For associates", lessons: [{ slug: "one" }] });
    expect(hit!.lessons[0]!.excerpt).toContain("acid");
  });

  it("never looks into knowledge checks", async () => {
    expect(await searchCourses(associate, { query: "EXPLAINED" })).toEqual([]);
    expect(await searchCourses(associate, { query: "WHY-A" })).toEqual([]);
  });

  it("filters by kind, follows new revisions and forgets old text", async () => {
    expect(
      (await searchCourses(executive, { query: "burette", kind: "policy" })).map(({ title }) => title),
    ).toEqual(["For Americans"]);
    expect(await found(executive, "pipette")).toEqual([]);
    await givenCourse({ title: "For all", lessons: { one: "A pipette holds little." } });
    expect(await found(executive, "pipette")).toEqual(["For all"]);
    expect(await found(executive, "water")).toEqual([]);
  });

  it.each(["", "   ", "🙂", "a".repeat(5_000), "%_\\'\"; --", "( AND OR *", "\u0000"])(
    "takes any query: %j",
    async (query) => {
      expect(await searchCourses(associate, { query })).toEqual([]);
    },
  );
});

describe("browsing", () => {
  it("goes page by page, each course once, and starts over for a cursor that was tampered with", async () => {
    for (let index = 0; index < 50; index++) {
      const data = {
        id: `course-${index}`,
        slug: `c-${index}`,
        title: `Same ${index % 7}`,
        currentRevisionId: "r",
        minutes: 1,
      };
      await db.course.create({
        data: { ...data, origin: "git", kind: "product", summary: "", createdAt: now() },
        select: { id: true },
      });
    }
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page = await browseCourses(nobody, { after });
      seen.push(...page.courses.map(({ id }) => id));
      after = page.next;
      pages++;
    } while (after !== null);
    expect([seen.length, new Set(seen).size, pages]).toEqual([51, 51, 3]);
    for (const wrong of [
      "x",
      "bm9wZQ",
      Buffer.from("[1,2]").toString("base64url"),
      Buffer.from("{}").toString("base64url"),
    ])
      expect((await browseCourses(nobody, { after: wrong })).courses[0]!.id).toBe(seen[0]);
  });

  it("filters by kind", async () => {
    expect((await browseCourses(executive, { kind: "policy" })).courses.map(({ title }) => title)).toEqual([
      "For Americans",
    ]);
  });
});
