import { beforeAll, describe, expect, it } from "vitest";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { markReturned } from "~/features/auth/mark-returned.server";
import type { Actor } from "~/features/people/actor";
import { foldName } from "~/features/people/fold-name";
import { recordLeaving } from "~/features/people/record-leaving.server";
import { at } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../../tests/setup/given-certification";
import { countCoverage } from "./count-coverage.server";
import { coveragePage } from "./coverage-page.server";
import { readCoverageQuestion } from "./coverage-question";
import { exportStopped } from "./export-stopped.server";
import { stoppedPeople } from "./work-to-stop.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
const today = on("2026-06-15");
const jobRole = "customer-service-associate";
const DUTY = "csa-service";
let auditor: Actor;
let manager: Actor;
let certified: Actor;
let late: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  await at(since, givenFoundation);
  auditor = await givenPerson({ access: "auditor", since });
  manager = await givenPerson({ access: "manager", manages: ["one", "two"], since });
  certified = await givenPerson({ name: "Ada Certified", jobRole, team: "one", since });
  late = await givenPerson({ name: "Bo Late", jobRole, team: "two", since });
  elsewhere = await givenPerson({ name: "Cy Elsewhere", jobRole, team: "far", region: "apac", since });
  await givenPerson({ name: "Di Alone", jobRole, since });
  await at(on("2026-02-10"), async () => {
    await givenCompletion(certified.personId, "conduct");
    await givenAttempt(certified.personId, "essentials");
    await awardEarned(certified.personId);
  });
});

async function ask(search: string, reader = auditor, moment = today) {
  return at(moment, async () => {
    await countCoverage();
    return coveragePage(reader, readCoverageQuestion(new URLSearchParams(search), moment));
  });
}

async function counts(search: string, reader?: Actor, moment?: Date) {
  const { answer } = await ask(search, reader, moment);
  const [duty] = answer!.duties;
  return duty && [duty.met, duty.due, duty.lapsed];
}

const cells = async (search: string, reader?: Actor) =>
  (await ask(search, reader)).answer!.rows.map(({ name, cells: own }) => [name, own[DUTY]]);

describe("coverage", () => {
  it("leads from the company over region and team to the person", async () => {
    expect(await counts("")).toEqual([1, 0, 3]);
    expect(await cells("")).toEqual([
      ["Apac", { met: 0, due: 0, lapsed: 1 }],
      ["Emea", { met: 1, due: 0, lapsed: 1 }],
      ["Without a team", { met: 0, due: 0, lapsed: 1 }],
    ]);
    expect(await counts("region=emea")).toEqual([1, 0, 1]);
    expect(await cells("region=emea")).toEqual([
      ["One", { met: 1, due: 0, lapsed: 0 }],
      ["Two", { met: 0, due: 0, lapsed: 1 }],
    ]);
    expect(await counts("region=no-team")).toEqual([0, 0, 1]);
    expect(await cells("team=two")).toEqual([["Bo Late", "lapsed"]]);
    expect(await counts(`person=${certified.personId}`)).toEqual([1, 0, 0]);
  });

  it("is as it was on an earlier day, and as it will be", async () => {
    expect(await counts("on=2026-01-15")).toEqual([0, 4, 0]);
    expect(await counts("on=2026-02-09")).toEqual([0, 0, 4]);
    expect(await counts("region=emea&on=2026-02-10")).toEqual([1, 0, 1]);
    expect(await counts("on=2027-02-10"), "the certificate has ended").toEqual([0, 0, 4]);
    expect(await counts("team=one&on=2026-03-01&known=2026-02-09"), "not known yet").toEqual([0, 0, 1]);
    expect((await ask("known=2026-02-09")).answer, "totals are by what is known now").toBeNull();
  });

  it("lists the work that must stop, and why", async () => {
    const { answer } = await ask("");
    expect(answer!.stopped.map(({ name }) => name)).toEqual(["Bo Late", "Cy Elsewhere", "Di Alone"]);
    expect(answer!.stopped[0]).toMatchObject({
      teamName: "Two",
      duties: [{ title: "Premier service", needs: [{ title: "Service foundation", status: "overdue" }] }],
    });
    const after = await ask(`after=${late.personId}_bo late`);
    expect(after.answer!.stopped.map(({ name }) => name)).toEqual(["Cy Elsewhere", "Di Alone"]);
    const inRegion = await ask("region=apac");
    expect(inRegion.answer!.stopped.map(({ name }) => name)).toEqual(["Cy Elsewhere"]);
  });

  it("goes on where it was, though somebody is called otherwise by then", async () => {
    await ask("");
    const asOf = { effective: today, known: today };
    const first = await at(today, () => stoppedPeople(null, asOf, null, 1));
    expect(first.stopped.map(({ name }) => name)).toEqual(["Bo Late"]);
    const rename = (name: string) =>
      db.person.update({
        where: { id: late.personId },
        data: { name, foldedName: foldName(name) },
        select: { id: true },
      });
    await rename("Zoe Late");
    const rest = await at(today, () => stoppedPeople(null, asOf, first.next));
    expect(rest.stopped.map(({ name }) => name)).toEqual(["Cy Elsewhere", "Di Alone"]);
    await rename("Bo Late");
  });

  it("exports what it lists", async () => {
    const text = async (search: string, reader = auditor) => {
      const question = readCoverageQuestion(new URLSearchParams(search), today);
      let all = "";
      for await (const piece of await at(today, () => exportStopped(reader, question))) all += piece.text;
      return all.trim().split("\r\n").slice(1);
    };
    expect(await text("")).toHaveLength(3);
    expect((await text("team=two", manager))[0]).toContain(
      "Two,Emea,Customer service associate,Premier service,Service foundation,Overdue,2026-01-31",
    );
    await expect(text("region=emea", manager)).rejects.toThrow(NotFound);
    await expect(text("known=2026-02-09")).rejects.toThrow(Invalid);
  });

  it("shows managers their teams and nothing else", async () => {
    expect(await counts("", manager)).toEqual([1, 0, 1]);
    expect((await cells("", manager)).map(([name]) => name)).toEqual(["One", "Two"]);
    expect((await ask(`person=${late.personId}`, manager)).scope).toMatchObject({ region: null });
    for (const search of ["region=emea", "team=far", `person=${elsewhere.personId}`])
      await expect(ask(search, manager), search).rejects.toThrow(NotFound);
    for (const search of ["", "team=one", `person=${certified.personId}`])
      await expect(ask(search, certified), search).rejects.toThrow(NotFound);
    for (const search of ["region=none", "team=none", "person=none"])
      await expect(ask(search), search).rejects.toThrow(NotFound);
  });

  it("answers damaged addresses without an error", async () => {
    for (const search of ["on=yesterday", "known=2026-12-24"])
      expect((await ask(search)).answer, search).toBeNull();
    for (const search of ["rows=x", "rows=%00:%00", "after=%00", "role=none", `team=${"'".repeat(20)}`])
      expect((await ask(search)).answer, search).not.toBeNull();
  });

  it("leaves out who has left, and counts them again when they are back", async () => {
    const admin = await givenPerson({ access: "admin", since, password: "quiet harbour lights" });
    const { personId } = late;
    await at(on("2026-07-01"), () =>
      transaction((tx) => recordLeaving(tx, admin, { personId, lastDay: "2026-06-30", reason: "Moves on" })),
    );
    expect(await counts("team=two", auditor, on("2026-07-02"))).toBeUndefined();
    expect(await counts("", auditor, on("2026-07-02"))).toEqual([1, 0, 2]);
    await at(on("2026-08-01"), () => markReturned(admin, { personId, reason: "Came back" }));
    expect(await counts("", auditor, on("2026-08-02")), "back, in no job role yet").toEqual([1, 0, 2]);
    const held = { personId, kind: "job-role", jobRoleId: jobRole, reason: "Came back" };
    const times = { heldFrom: on("2026-08-01"), recordedAt: on("2026-08-02") };
    await db.assignment.create({ data: { id: newId(), ...held, ...times } });
    expect(await counts("", auditor, on("2026-08-02"))).toEqual([1, 1, 2]);
    expect(await counts("on=2026-07-15", auditor, on("2026-08-02"))).toEqual([1, 0, 2]);
  });
});
