import { describe, expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import { subjectAt } from "./subject-at.server";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(now().getTime() - days * DAY);

describe("subjectAt", () => {
  it("tells name, number, team, region and job role", async () => {
    const { personId } = await givenPerson({
      name: "Ola Berg",
      jobRole: "account-executive",
      team: "nordics",
    });
    const { employeeNumber } = await db.person.findUniqueOrThrow({ where: { id: personId } });
    expect(await transaction((tx) => subjectAt(tx, personId, now()))).toEqual({
      personId,
      name: "Ola Berg",
      employeeNumber,
      teamId: "nordics",
      teamName: "Nordics",
      regionId: "emea",
      regionName: "Emea",
      jobRoleId: "account-executive",
      jobRoleName: "Account executive",
    });
  });

  it("tells what was held on the day asked about, as far as it is known on the day of asking", async () => {
    const { personId } = await givenPerson({
      jobRole: "account-executive",
      team: "nordics",
      since: daysAgo(100),
    });
    const { id: _, ...row } = await db.assignment.findFirstOrThrow({ where: { personId, kind: "job-role" } });
    await db.assignment.updateMany({
      where: { personId, kind: "job-role" },
      data: { supersededAt: daysAgo(10) },
    });
    await db.assignment.create({
      data: { ...row, id: "shorter", heldUntil: daysAgo(30), recordedAt: daysAgo(10) },
    });

    const roleOn = (effective: Date) =>
      transaction(async (tx) => (await subjectAt(tx, personId, effective)).jobRoleId);
    expect(await roleOn(daysAgo(40))).toBe("account-executive");
    expect(await roleOn(daysAgo(20))).toBeNull();
    expect(await at(daysAgo(11), () => roleOn(daysAgo(20)))).toBe("account-executive");
    expect(await roleOn(daysAgo(101))).toBeNull();
  });

  it("counts a manager who belongs to no team in the region managed, and knows people who hold nothing", async () => {
    const manager = await givenPerson({ manages: "nordics" });
    const nobody = await givenPerson();
    await transaction(async (tx) => {
      expect(await subjectAt(tx, manager.personId, now())).toMatchObject({ teamId: null, regionId: "emea" });
      expect(await subjectAt(tx, nobody.personId, now())).toMatchObject({
        teamId: null,
        regionId: null,
        jobRoleId: null,
      });
      await expect(subjectAt(tx, "nobody", now())).rejects.toMatchObject({ reason: "not-found" });
    });
  });
});
