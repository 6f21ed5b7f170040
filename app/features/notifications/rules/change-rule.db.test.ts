import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { addRule, changeRule, changeSettings, switchRule } from "./change-rule.server";
import { rulesInForce, remindersPage, settingsInForce } from "./rule-queries.server";
import { settingsForm } from "./rule-forms";
import { seedReminderRules } from "./seed-rules.server";

let admin: Actor;
const what = { toPerson: true, toManagers: false, channel: "both" } as const;
const reason = "Agreed with the works council";

beforeAll(async () => {
  admin = await givenPerson({ access: "admin" });
  await Promise.all([seedReminderRules(), seedReminderRules(), seedReminderRules()]);
});

const find = async (ruleId: string) =>
  (await remindersPage(admin)).rules.find((rule) => rule.ruleId === ruleId)!;

describe("a rule", () => {
  it("is there from the start, once, and none but administrators see it", async () => {
    expect((await rulesInForce()).filter(({ ruleId }) => ruleId === "first-7")).toHaveLength(1);
    const manager = await givenPerson({ access: ["manager", "auditor"] });
    await expect(remindersPage(manager)).rejects.toThrow(NotFound);
    await expect(addRule(manager, { occasion: "first", daysBefore: 14, ...what, reason })).rejects.toThrow(
      NotFound,
    );
    await expect(switchRule(manager, { ruleId: "first-7", number: 1, reason })).rejects.toThrow(NotFound);
  });

  it("is added, changed and switched with a reason, and what it was stays known", async () => {
    await addRule(admin, { occasion: "first", daysBefore: 14, ...what, reason });
    const added = (await rulesInForce()).find(({ daysBefore }) => daysBefore === 14)!;
    const { ruleId } = added;
    await changeRule(admin, {
      ruleId,
      number: 1,
      ...what,
      daysBefore: 21,
      reason: "Two weeks were too short",
    });
    await switchRule(admin, { ruleId, number: 2, reason: "Not needed any more" });
    expect((await rulesInForce()).some((rule) => rule.ruleId === ruleId)).toBe(false);
    const versions = (await remindersPage(admin)).history.filter((rule) => rule.ruleId === ruleId);
    expect(versions).toMatchObject([
      { number: 3, active: false, reason: "Not needed any more", actorName: admin.name },
      { number: 2, active: true, daysBefore: 21 },
      { number: 1, daysBefore: 14, reason },
    ]);
    await switchRule(admin, { ruleId, number: 3, reason });
    expect((await rulesInForce()).find((rule) => rule.ruleId === ruleId)).toMatchObject({ daysBefore: 21 });
  });

  it("is refused where it says what cannot be, or what another says", async () => {
    const add = (occasion: "first" | "expiring" | "lapsed", daysBefore: number) =>
      addRule(admin, { occasion, daysBefore, ...what, reason });
    await expect(add("expiring", -1)).rejects.toThrow(Invalid);
    await expect(add("lapsed", 1)).rejects.toThrow(Invalid);
    await expect(add("first", 7)).rejects.toThrow("There is a rule for this day already");
    await expect(
      changeRule(admin, { ruleId: "none", number: 1, ...what, daysBefore: 3, reason }),
    ).rejects.toThrow(NotFound);
  });

  it("is changed by one of two administrators at the same moment", async () => {
    const { number } = await find("first-30");
    const tries = await Promise.allSettled(
      [31, 32, 33, 34].map((daysBefore) =>
        changeRule(admin, { ruleId: "first-30", number, ...what, daysBefore, reason }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of tries)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Conflict);
    expect((await find("first-30")).number).toBe(number + 1);
  });
});

describe("the settings", () => {
  it("are changed by one of two administrators at the same moment", async () => {
    const week = { digestHour: 6, workingDays: [1, 2, 3], holidays: ["2026-12-25"] };
    const { number } = await settingsInForce();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => changeSettings(admin, { ...week, number, reason })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await settingsInForce()).toEqual({ number: number + 1, ...week });
  });

  it("take holidays one a line, and say which line is no day", () => {
    const form = { form: "settings", number: 0, digestHour: 8, workingDays: ["1"], reason };
    const read = (holidays: string) => settingsForm.safeParse({ ...form, holidays });
    expect(read("2026-12-26\n\n2026-12-25\n2026-12-25\n").data?.holidays).toEqual([
      "2026-12-25",
      "2026-12-26",
    ]);
    expect(read("2026-12-25\n24.12.2026").error?.issues[0]?.message).toContain("24.12.2026 is not a day");
    expect(read("2026-02-30").success).toBe(false);
  });
});
