import type { Actor } from "~/features/people/actor";
import { dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { askedCertificate } from "./asked-certificate.server";
import { stateOf } from "./external-rules";

/** What the actor is asked to send in, and what they have sent. @throws NotFound */
export async function sendPage(actor: Actor, of: { certificationId: string; stepId: string }) {
  const [{ definition, certificate }, sent] = await Promise.all([
    askedCertificate(actor.personId, of),
    db.externalCertificate.findMany({
      where: { personId: actor.personId, stepId: of.stepId },
      orderBy: [{ sentAt: "desc" }, { id: "desc" }],
      take: 20,
      select: {
        id: true,
        issuer: true,
        number: true,
        issuedOn: true,
        expiresOn: true,
        sentAt: true,
        decisions: {
          orderBy: { number: "asc" },
          select: { number: true, kind: true, reason: true, expiresOn: true },
        },
      },
    }),
  ]);
  const certificates = sent.map(({ decisions, ...row }) => {
    const last = decisions.at(-1);
    const accepted = decisions.find(({ kind }) => kind === "accepted");
    return {
      ...row,
      /* As it was accepted. */
      expiresOn: accepted ? accepted.expiresOn : row.expiresOn,
      state: stateOf(decisions),
      reason: last?.reason ?? null,
    };
  });
  return {
    certification: { id: definition.id, title: definition.title },
    title: certificate.title,
    issuer: certificate.issuer ?? null,
    today: dayOf(now(), actor.timeZone),
    certificates,
    waiting: certificates.find(({ state }) => state === "waiting") ?? null,
  };
}
