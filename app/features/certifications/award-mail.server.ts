import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import type { Topics } from "~/platform/outbox.server";
import { certificateAddress } from "./certificate-address.server";
import type { CertificationDefinition } from "./certification-definition";
import { dateInWords, lastDayInWords } from "./date-words";

interface Granted {
  readonly personId: string;
  readonly awardId: string;
  readonly code: string;
  readonly definition: CertificationDefinition;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

export async function awardMail(tx: Tx, granted: Granted): Promise<Topics["email"]> {
  const { personId, awardId, code, definition, validFrom, validUntil } = granted;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true, timeZone: true },
  });
  const from = dateInWords(validFrom, person.timeZone);
  const validity = validUntil
    ? `It is valid from ${from} until ${lastDayInWords(validUntil)}.`
    : `It is valid from ${from} and does not expire.`;
  const text = [
    `Hello ${person.name},`,
    `you have met everything that ${definition.title}, edition ${definition.edition}, asks for. ${validity}`,
    `Your certificate, also as a PDF to print:\n${env.BASE_URL}/certificates/${awardId}`,
    `Anyone you give this address to can check that it is valid:\n${certificateAddress(code)}`,
  ];
  return { to: person.email, subject: `You hold ${definition.title}`, text: text.join("\n\n") };
}
