import { addPerson } from "~/features/people/add-person.server";
import { giveInterval } from "~/features/people/assign.server";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { hashNewPassword, writeCredential } from "./write-credential.server";

const TIME_ZONE = "UTC";
const REASON = "Made on the command line";

/** For the command line: the first administrator. @throws Invalid when the e-mail address is taken or the password weak */
export async function createAdministrator(given: {
  name: string;
  email: string;
  password: string;
}): Promise<string> {
  const { name, email, password } = given;
  const passwordHash = await hashNewPassword(password, { name, email });
  return transaction(async (tx) => {
    const employeeNumber = `A-${newId().slice(-12)}`;
    const written = { actorId: null, reason: REASON };
    const personId = await addPerson(tx, { name, email, employeeNumber, timeZone: TIME_ZONE, ...written });
    const interval = { from: now(), until: null };
    await giveInterval(tx, {
      personId,
      kind: "access",
      value: "admin",
      interval,
      timeZone: TIME_ZONE,
      ...written,
    });
    await writeCredential(tx, personId, passwordHash);
    return personId;
  });
}
