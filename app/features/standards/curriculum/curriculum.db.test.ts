import { beforeAll, expect, it } from "vitest";
import type { Access, Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { foundation, givenFoundation, role, syncFiles } from "../../../../tests/setup/given-certification";
import { readCurriculum } from "./curriculum-queries.server";

const opened = new Date("2026-01-01T09:00:00Z");
const asked = new Date("2026-03-01T09:00:00Z");
const day = new Date("2026-04-01T09:00:00Z");
let manager: Actor;

const desk = {
  ...foundation,
  id: "desk",
  title: "Order desk",
  requirements: [
    { course: "orders" },
    { anyOf: 1, of: [{ assessment: "essentials" }, { signOff: "order-entry" }] },
    { statement: { id: "conduct-read", title: "Conduct", text: "I keep to it." } },
  ],
};

beforeAll(async () => {
  manager = await givenPerson({ access: "manager", since: opened });
  await at(opened, givenFoundation);
  await db.checklist.create({
    data: { id: "order-entry", title: "Orders entered right", summary: "S.", currentRevisionId: "r1" },
    select: { id: true },
  });
  const standard = { id: "iso-9001", number: "ISO 9001", edition: "2015", title: "Quality", summary: "Q." };
  await db.standard.create({ data: standard, select: { id: true } });
  await db.clause.create({
    data: {
      key: "iso-9001:2015/7.2",
      standardId: "iso-9001",
      position: 0,
      number: "7.2",
      title: "Competence",
      summary: "C.",
    },
    select: { key: true },
  });
  const duty = (id: string, position: number, evidence: string | null) =>
    db.accountability.create({
      data: { id, jobRoleId: role.id, position, title: id, text: "T.", details: '["A line"]', evidence },
      select: { id: true },
    });
  await duty("csa-orders", 1, null);
  await duty("csa-quota", 2, "The sales report.");
  await duty("csa-forgotten", 3, null);
  await db.accountability.update({
    where: { id: (await duty("csa-former", 4, null)).id },
    data: { retiredAt: opened },
    select: { id: true },
  });
  const requires = [
    { certification: "foundation", clause: "iso-9001:2015/7.2", dueDays: 30, why: "It shows the basics." },
    { certification: "desk", clause: "iso-9001:2015/99", dueDays: 60, why: "It shows orders." },
  ];
  await at(asked, () =>
    syncFiles({
      "certifications/foundation.yaml": foundation,
      "certifications/desk.yaml": desk,
      "roles/customer-service-associate.yaml": {
        ...role,
        accountabilities: [...role.accountabilities, { id: "csa-orders", requires }],
      },
    }),
  );
});

const read = async (actor = manager, when = day) => {
  const { jobRoles } = await at(when, () => readCurriculum(actor));
  return jobRoles.find(({ id }) => id === role.id)!;
};

it("says what shows each accountability in force, in order, and how it is learned", async () => {
  const { duties } = await read();
  expect(duties.map(({ id }) => id)).toEqual(["csa-service", "csa-orders", "csa-quota", "csa-forgotten"]);
  expect(duties[0]).toMatchObject({ unshown: false, evidence: null });
  expect(duties[0]?.shownBy).toMatchObject([
    {
      title: "Service foundation",
      why: "It shows the basics.",
      dueDays: 30,
      clause: null,
      gap: null,
      steps: [
        { kind: "course", title: "Course conduct", to: "/courses/conduct", choice: null },
        { kind: "assessment", title: "Test essentials", to: "/assessments/essentials", choice: null },
      ],
    },
  ]);
  expect(duties[1]?.shownBy[1]?.clause).toEqual({ label: "ISO 9001:2015, 7.2 Competence", known: true });
});

it("shows gaps as gaps: a course that is not there, an unknown clause, a duty that nothing shows", async () => {
  const { duties, gaps } = await read();
  const [order] = duties[1]!.shownBy;
  expect(order).toMatchObject({
    title: "Order desk",
    clause: { label: "iso-9001:2015/99", known: false },
    gap: "Not there: orders. Nobody can earn it until then.",
    steps: [
      { kind: "course", title: "orders", to: null, missing: true },
      { kind: "assessment", title: "Test essentials", choice: "1 of 2", missing: false },
      { kind: "sign-off", title: "Orders entered right", to: null, choice: "1 of 2", missing: false },
      { kind: "statement", title: "Conduct", missing: false },
    ],
  });
  expect(duties.map(({ unshown }) => unshown)).toEqual([false, false, false, true]);
  expect(duties[2]).toMatchObject({ evidence: "The sales report.", details: ["A line"], shownBy: [] });
  expect(gaps).toBe(2);
});

it("says what was required on the day, and not what came later", async () => {
  const { duties } = await read(manager, new Date("2026-02-01T09:00:00Z"));
  expect(duties[0]?.shownBy).toHaveLength(1);
  expect(duties[1]).toMatchObject({ shownBy: [], unshown: true });
});

it("counts a checklist that is no longer used as missing", async () => {
  await db.checklist.update({
    where: { id: "order-entry" },
    data: { archivedAt: opened },
    select: { id: true },
  });
  expect((await read()).duties[1]?.shownBy[0]?.gap).toBe(
    "Not there: orders, Orders entered right. Nobody can earn it until then.",
  );
});

it("counts a certification that nobody can begin as a gap", async () => {
  await db.assessment.update({
    where: { slug: "essentials" },
    data: { archivedAt: opened },
    select: { id: true },
  });
  expect((await read()).duties[0]?.shownBy[0]?.gap).toContain("Test essentials");
  await db.certification.update({
    where: { id: "foundation" },
    data: { archivedAt: opened },
    select: { id: true },
  });
  expect((await read()).duties[0]?.shownBy[0]?.gap).toBe("It is not open, so nobody can earn it.");
});

it.each<Access>(["manager", "auditor", "admin"])("is open to a person with the access %s", async (access) => {
  const actor = await givenPerson({ access, since: opened });
  expect((await read(actor)).duties).toHaveLength(4);
});

it("is hidden from who only learns", async () => {
  const learner = await givenPerson({ jobRole: role.id, since: opened });
  await expect(readCurriculum(learner)).rejects.toThrow(NotFound);
});
