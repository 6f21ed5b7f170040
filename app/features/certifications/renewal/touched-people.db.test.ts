import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { findDraft } from "~/features/publishing/draft-queries.server";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenCompletion, syncFiles } from "../../../../tests/setup/given-certification";
import { givenDraft, givenManager, publish, write } from "../../../../tests/setup/given-draft";
import { givenRevoked } from "../../../../tests/setup/given-revoked";
import { awardEarned } from "../award-earned.server";
import { changeAward } from "../change-award.server";
import { publishPage } from "./publish-page.server";

let manager: Actor;
let draftId: string;
let courseId: string;
let slug: string;
const people: Actor[] = [];

const page = (search = "") => publishPage(manager, draftId, new URLSearchParams(search));

beforeAll(async () => {
  manager = await givenManager();
  draftId = await givenDraft(manager, {}, { One: "As it was.", Two: "The second." });
  const { revisionId } = await publish(manager, draftId);
  ({ courseId, slug } = await findDraft(manager, draftId));
  const findings = await syncFiles({
    "certifications/lamps.yaml": {
      id: "lamps",
      title: "Lamps",
      edition: "1",
      summary: "The holder can change a lamp.",
      clauses: ["iso-9001:2015/7.2"],
      requirements: [{ course: slug }],
    },
  });
  expect(findings).toEqual([]);
  for (let index = 0; index < 30; index++) people.push(await givenPerson({ name: `Reader ${10 + index}` }));
  for (const { personId } of people.slice(0, 28)) await givenCompletion(personId, courseId, revisionId);
  await awardEarned(people[0]!.personId);
  const opened = { startedAt: now(), lastLesson: "one", lastOpenedAt: now() };
  await db.enrolment.create({ data: { personId: people[28]!.personId, courseId, ...opened } });
  await db.person.update({ where: { id: people[27]!.personId }, data: { leftAt: now() } });
  await db.absence.create({
    data: { id: "gone", personId: people[27]!.personId, heldFrom: now(), recordedAt: now() },
  });
});

describe("before a revision is published", () => {
  it("its author sees whom each kind of it would touch", async () => {
    await write(manager, draftId, "one", "As it is.");
    const { touched, kind } = await page();
    expect(kind).toBe("delta");
    expect(touched).toMatchObject({
      certifications: [{ title: "Lamps", ends: false }],
      counts: {
        people: 28,
        completed: 27,
        certified: 1,
        underway: 1,
        byKind: {
          editorial: { keep: 27, delta: 0, full: 0 },
          delta: { keep: 0, delta: 27, full: 0 },
          full: { keep: 0, delta: 0, full: 27 },
        },
      },
    });
    const { counts } = touched!;
    expect(counts.byTeam.reduce((sum, team) => sum + team.people, 0)).toBe(28);
  });

  it("they are listed page by page, each once, with what is asked of them", async () => {
    const first = (await page("as=delta")).touched!;
    const second = (await page(`as=delta&after=${first.next}`)).touched!;
    expect([first.people.length, second.people.length, second.next]).toEqual([25, 3, null]);
    const all = [...first.people, ...second.people];
    expect(new Set(all.map(({ id }) => id)).size).toBe(28);
    const of = (index: number) => all.find(({ id }) => id === people[index]!.personId);
    expect(of(0)).toMatchObject({ certified: true, asked: "lessons", lessons: 1 });
    expect(of(1)).toMatchObject({ certified: false, asked: "lessons" });
    expect(of(28)).toMatchObject({ asked: "goes-on" });
    expect(of(27)).toBeUndefined();
    expect((await page("as=full")).touched!.people[0]).toMatchObject({ asked: "again", lessons: 2 });
    expect((await page("after=nonsense")).touched!.people).toHaveLength(25);
  });

  it("they are certified while their certificate counts, whatever happened to it before", async () => {
    const admin = await givenPerson({ access: "admin" });
    const awardId = (await awardEarned(people[1]!.personId))[0]!;
    const reason = "For the record.";
    const certified = async () => {
      const shown = [...(await page("as=delta")).touched!.people];
      return shown.find(({ id }) => id === people[1]!.personId)!.certified;
    };
    expect(await certified()).toBe(true);
    await changeAward(admin, "suspended", { awardId, reason });
    expect(await certified(), "suspended").toBe(false);
    await changeAward(admin, "reinstated", { awardId, reason });
    expect(await certified(), "reinstated").toBe(true);
    await givenRevoked(admin, { awardId, reason });
    expect(await certified(), "revoked").toBe(false);
    await changeAward(admin, "reinstated", { awardId, reason });
    expect(await certified(), "reinstated again").toBe(true);
    const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);
    const dates = { validFrom: inDays(-1), validUntil: inDays(10) };
    await changeAward(admin, "corrected", { awardId, reason, dates });
    expect(await certified()).toBe(true);
    expect(await at(inDays(11), certified), "corrected to have ended by then").toBe(false);
  });

  it("nobody else sees them", async () => {
    const other = await givenManager();
    await expect(publishPage(other, draftId, new URLSearchParams())).rejects.toBeInstanceOf(NotFound);
  });
});
