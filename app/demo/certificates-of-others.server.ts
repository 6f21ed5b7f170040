/** Who drives for work: one licence that counts, one that waits to be checked, and declarations that were made. */
import PDFDocument from "pdfkit";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { acceptCertificate } from "~/features/certifications/external/decide-external.server";
import { sendCertificate } from "~/features/certifications/external/send-certificate.server";
import { acceptStatement } from "~/features/certifications/statements/accept-statement.server";
import { statementPage } from "~/features/certifications/statements/statement-page.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";

const TEAM = "emea-sales";

export function planCertificatesOfOthers(people: readonly DemoPerson[], era: Era): HistoryEvent[] {
  const account = (name: string) => people.find((person) => person.account === name)!.actor;
  const executive = account("executive");
  const colleagues = people.filter(({ account: name, actor }) => name === null && actor.teamId === TEAM);
  const on = (daysAgo: number, run: () => Promise<unknown>): HistoryEvent => {
    const moment = daysAfter(era.today, -daysAgo, 9 * 60);
    return { at: moment, run: () => at(moment, run) };
  };
  return [
    on(32, async () => {
      await accept(executive, "conduct-declaration", "conduct-declaration");
      await awardEarned(executive.personId);
    }),
    on(30, async () => {
      const certificateId = await sendLicence(executive, "B072-11-4431", "2031-05-14");
      await acceptCertificate(account("rsm"), {
        certificateId,
        issuedOn: "2016-05-15",
        expiresOn: "2031-05-14",
        reason: null,
      });
    }),
    on(3, async () => sendLicence(await stillThere(colleagues), "K118-40-2096", "2031-05-14")),
  ];
}

/** Some have left or moved on. */
async function stillThere(people: readonly DemoPerson[]): Promise<Actor> {
  const members = await db.assignment.findMany({
    where: { kind: "team-member", teamId: TEAM, heldUntil: null, supersededAt: null },
    select: { personId: true },
  });
  const there = new Set(members.map(({ personId }) => personId));
  return people.find(({ actor }) => there.has(actor.personId))!.actor;
}

async function accept(actor: Actor, certificationId: string, statementId: string): Promise<void> {
  const { hash } = await statementPage(actor, { certificationId, statementId });
  await acceptStatement(actor, { certificationId, statementId, hash });
}

async function sendLicence(actor: Actor, number: string, expiresOn: string): Promise<string> {
  const issuer = "Licensing Authority, Hamburg";
  const lines = [
    "Driving licence, category B",
    actor.name,
    `No. ${number}`,
    issuer,
    `15 May 2016 to ${expiresOn}`,
  ];
  return sendCertificate(actor, {
    certificationId: "driving-for-work",
    stepId: "driving-licence",
    issuer,
    number,
    issuedOn: "2016-05-15",
    expiresOn,
    file: new File([new Uint8Array(await scanOf(lines))], "driving-licence.pdf"),
  });
}

function scanOf(lines: readonly string[]): Promise<Buffer> {
  const document = new PDFDocument({ size: "A6", layout: "landscape", margin: 28 });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
  });
  document.fontSize(12);
  for (const line of lines) document.text(line).moveDown(0.5);
  document.end();
  return done;
}
