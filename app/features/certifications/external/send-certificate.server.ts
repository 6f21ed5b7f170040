import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { env } from "~/platform/env.server";
import { Conflict, Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { isInForce } from "../asked-step.server";
import { askedCertificate } from "./asked-certificate.server";
import { storeExternalFile } from "./external-file.server";
import { waitsMail } from "./external-mail";
import { type PrintedDays, wrongDays } from "./external-rules";
import { recordExternal } from "./record-external.server";
import { reviewerAddresses } from "~/features/people/staff-addresses.server";

interface Sent extends PrintedDays {
  readonly certificationId: string;
  readonly stepId: string;
  readonly issuer: string;
  readonly number: string;
  readonly file: File | null;
}

/**
 * Sends it to whoever manages the actor. It counts for nothing until it is accepted.
 * @returns its id, which is the id of its evidence record too
 * @throws NotFound when nobody asks for it, Invalid with the fields, Conflict while another one waits
 */
export async function sendCertificate(actor: Actor, input: Sent): Promise<string> {
  const { certificationId, stepId, issuer, number, issuedOn, expiresOn } = input;
  const { definition, revisionId, certificate } = await askedCertificate(actor.personId, input);
  const fields = wrongDays(input, actor.timeZone, now());
  if (Object.keys(fields).length > 0) throw new Invalid("external-days", "Look at the dates again.", fields);
  const file = await storeExternalFile(actor, input.file);
  const { personId } = actor;
  const id = newId();
  const sentAt = now();
  const printed = { issuer, number, issuedOn, expiresOn };
  const about = { personId, title: certificate.title, issuer, certificationId };
  try {
    return await transaction(async (tx) => {
      if (!(await isInForce(tx, certificationId, revisionId)))
        throw new Conflict("rules-changed", "What is asked for has changed. Look at the page again.");
      await tx.externalCertificate.create({
        data: {
          id,
          personId,
          stepId,
          title: certificate.title,
          certificationId,
          revisionId,
          ...printed,
          fileHash: file.hash,
          fileName: file.name,
          mediaType: file.mediaType,
          bytes: file.bytes,
          sentAt,
        },
        select: { id: true },
      });
      await tx.waitingCertificate.create({
        data: { certificateId: id, personId, stepId, sentAt },
        select: { certificateId: true },
      });
      await recordExternal(tx, about, {
        id,
        kind: "external-certificate-sent",
        outcome: "sent",
        actorId: personId,
        occurredAt: sentAt,
        document: {
          certificate: id,
          step: stepId,
          certification: certificationId,
          certificationRevision: revisionId,
          ...printed,
          file: { ...file },
        },
      });
      const address = `${env.BASE_URL}/external-certificates/${id}`;
      const told = { title: certificate.title, certificationTitle: definition.title, address };
      for (const to of await reviewerAddresses(tx, personId))
        await enqueue(tx, "email", { to, ...waitsMail(actor.name, told) });
      return id;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict(
      "certificate-waits",
      "One that you sent in waits to be checked. Withdraw it first if another one should take its place.",
    );
  }
}
