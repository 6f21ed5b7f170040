/** Loads the demo company once: hires it, and lives through its two years with the portal's own commands. */
import path from "node:path";
import { progressBar } from "~/cli/progress";
import { writeCredential } from "~/features/auth/write-credential.server";
import { hashPassword } from "~/features/auth/password-hash.server";
import { KEPT_SNAPSHOTS } from "~/features/content/kept-snapshots.server";
import { sealPending } from "~/features/ledger/seal.server";
import { at, now } from "~/platform/clock.server";
import { db, provider, transaction } from "~/platform/db/client.server";
import { newSecret } from "~/platform/ids.server";
import { syncContent } from "~/sync-content.server";
import { planCertificatesOfOthers } from "./certificates-of-others.server";
import { changesBehindTheScenes } from "./changes.server";
import { daysAfter, eraEnding, type Era } from "./era";
import { withFoundingContent } from "./founding-content.server";
import { planHistory, type HistoryEvent } from "./learning-history.server";
import { hireEveryone, type DemoPerson } from "./organisation.server";
import { planPublishing } from "./publishing-history.server";
import { Random } from "./random";
import { planPracticals } from "./practical-sittings.server";
import { presentWork } from "./present-work.server";
import { planSignOffs } from "./sign-off-history.server";
import { planTestOffice } from "./test-office-history.server";
import { planWiderDuties } from "./wider-duties.server";

const SEED = 9001;
const PASSWORD = "attest-demo";
const SEAL_EVERY_DAYS = 7;

/** @returns whether it was loaded now; false when it was there already */
export async function loadDemoCompany(): Promise<boolean> {
  if (await isLoaded()) return false;
  const random = new Random(SEED);
  const era = eraEnding(now());
  const bar = progressBar("Loading the demo company");

  await waitForDisk(false);
  await at(era.opened, () =>
    withFoundingContent(path.resolve("content"), (root) => syncContent(root, KEPT_SNAPSHOTS)),
  );
  const people = await hireEveryone(era, random);
  const passwordHash = await hashPassword(PASSWORD);
  const accounts = people.filter(({ account }) => account !== null);
  /* Nobody can be made a leaver while no administrator could sign in. */
  await giveAccounts(
    accounts.filter(({ account }) => account === "admin"),
    passwordHash,
  );
  const events = [
    ...planHistory(people, era, random),
    ...planPublishing(people, era, random),
    ...changesBehindTheScenes(people, era, random),
    ...presentWork(people, era, random),
    ...planPracticals(people, era, new Random(SEED + 1)),
    ...planTestOffice(people, era),
    ...planWiderDuties(people, era, new Random(SEED + 2)),
    ...planSignOffs(people, era, new Random(SEED + 3)),
    ...planCertificatesOfOthers(people, era),
    ...seals(era),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [index, event] of events.entries()) {
    await event.run();
    bar.update(index + 1, events.length);
  }
  await settleOutbox();
  await waitForDisk(true);
  /* Everyone else has signed in before, with a password that nobody knows. */
  await giveAccounts(
    people.filter(({ account }) => account === null),
    await hashPassword(newSecret()),
  );
  await giveAccounts(
    accounts.filter(({ account }) => account !== "admin"),
    passwordHash,
  );
  bar.end();
  return true;
}

/** The associate's account is given last, so it is there only when everything is. */
async function isLoaded(): Promise<boolean> {
  const passwordOf = (account: string) =>
    db.credential.findFirst({
      where: { person: { email: `${account}@demo.example` } },
      select: { personId: true },
    });
  if (await passwordOf("associate")) return true;
  if (!(await passwordOf("admin"))) return false;
  throw new Error(
    "Loading the demo company was interrupted. Delete the data folder (./data) and start again.",
  );
}

/** A load that a power cut interrupts is begun again anyway, so its 25,000 commits need not each reach the disk. */
async function waitForDisk(wait: boolean): Promise<void> {
  if (provider === "sqlite") await db.$executeRawUnsafe(`PRAGMA synchronous = ${wait ? "FULL" : "OFF"}`);
}

function seals(era: Era): HistoryEvent[] {
  const weeks = Math.floor((era.today.getTime() - era.opened.getTime()) / (SEAL_EVERY_DAYS * 86_400_000));
  return Array.from({ length: weeks }, (_, week) => {
    const moment = daysAfter(era.opened, (week + 1) * SEAL_EVERY_DAYS, -1);
    return { at: moment, run: () => at(moment, () => sealPending(undefined, moment)) };
  });
}

/** Nobody waits for mail of the past, and awards were made in their time; the newest letters are left to be sent. */
async function settleOutbox(): Promise<void> {
  const recent = daysAfter(now(), -30);
  await db.outboxMessage.updateMany({
    where: { deliveredAt: null, OR: [{ topic: "evidence-recorded" }, { createdAt: { lt: recent } }] },
    data: { deliveredAt: now() },
  });
}

async function giveAccounts(people: readonly DemoPerson[], passwordHash: string): Promise<void> {
  await transaction(async (tx) => {
    for (const { actor } of people) await writeCredential(tx, actor.personId, passwordHash);
  });
}
