/** The company before its first day: teams, job roles and their duties, tests, and those who administer. */
import { hashPassword } from "~/features/auth/password-hash.server";
import { writeCredential } from "~/features/auth/write-credential.server";
import { sealPending } from "~/features/ledger/seal.server";
import { seedReminderRules } from "~/features/notifications/rules/seed-rules.server";
import { changeSettings } from "~/features/notifications/rules/change-rule.server";
import { addPerson } from "~/features/people/add-person.server";
import { giveInterval } from "~/features/people/assign.server";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { givenJobRole, givenTeam } from "../../tests/setup/builders";
import { givenTest } from "../../tests/setup/given-certification";
import { actorOf } from "./actors";
import { ROLES, TESTS } from "./programme";
import { DIGEST_HOUR, HOLIDAYS } from "./reference-reminders";

const reason = "The company is founded.";
/** Who cannot sign in does not count as an administrator, and the last one may not go. */
const passwordHash = hashPassword("a password of the simulation");

export interface Founding {
  readonly at: Date;
  readonly teams: readonly { readonly team: string; readonly region: string }[];
  readonly certifications: readonly string[];
}

export async function foundCompany(founding: Founding): Promise<void> {
  await at(founding.at, async () => {
    for (const { team, region } of founding.teams) await givenTeam(team, region);
    for (const jobRole of ROLES) await givenDuties(jobRole, founding.certifications);
    for (const test of TESTS) await givenTest(test);
    for (const key of ["admin-1", "admin-2"]) await givenAdministrator(key);
    await seedReminderRules();
    const week = { digestHour: DIGEST_HOUR, workingDays: [1, 2, 3, 4, 5], holidays: HOLIDAYS };
    await changeSettings(await actorOf("admin-1"), { ...week, number: 0, reason });
    await sealPending();
  });
}

async function givenDuties(jobRoleId: string, certifications: readonly string[]): Promise<void> {
  await givenJobRole(jobRoleId);
  for (const [position, certification] of certifications.entries()) {
    const id = `${jobRoleId}-${certification}`;
    const told = { position, title: id, text: id, details: "[]" };
    await db.accountability.create({ data: { id, jobRoleId, ...told }, select: { id: true } });
  }
}

async function givenAdministrator(key: string): Promise<void> {
  const by = { actorId: null, reason, timeZone: "UTC" };
  const details = { name: `Person ${key}`, email: `${key}@sim.example`, employeeNumber: key };
  await transaction(async (tx) => {
    const personId = await addPerson(tx, { ...details, ...by });
    await giveInterval(tx, {
      personId,
      kind: "access",
      value: "admin",
      interval: { from: now(), until: null },
      ...by,
    });
    await writeCredential(tx, personId, await passwordHash);
  });
}
