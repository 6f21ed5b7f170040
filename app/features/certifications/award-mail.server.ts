import { mailPerson } from "~/features/people/mail-person.server";
import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
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

export async function mailAward(tx: Tx, granted: Granted): Promise<void> {
  await mailPerson(tx, granted.personId, (person) => awardMail(person, granted));
}

function awardMail(
  { name, timeZone }: { name: string; timeZone: string },
  { awardId, code, definition, validFrom, validUntil }: Granted,
) {
  const from = dateInWords(validFrom, timeZone);
  const validity = validUntil
    ? `It is valid from ${from} until ${lastDayInWords(validUntil)}.`
    : `It is valid from ${from} and does not expire.`;
  const text = [
    `Hello ${name},`,
    `you have met everything that ${definition.title}, edition ${definition.edition}, asks for. ${validity}`,
    `Your certificate, also as a PDF to print:\n${env.BASE_URL}/certificates/${awardId}`,
    `Anyone you give this address to can check that it is valid:\n${certificateAddress(code)}`,
  ];
  return { subject: `You hold ${definition.title}`, text: text.join("\n\n") };
}
