import type { Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Invalid } from "~/platform/errors";
import type { PersonDetails } from "./add-person.server";

interface Found {
  email: string;
  employeeNumber: string;
}

/**
 * Refuses an e-mail address or employee number that someone has: looked up first for a message beside the field, and
 * caught again when another transaction was faster, since only the database can tell.
 */
export async function refusingTaken(
  tx: Tx,
  { email, employeeNumber }: PersonDetails,
  ownId: string | null,
  write: () => Promise<unknown>,
): Promise<void> {
  const wanted = { email: email.trim().toLowerCase(), employeeNumber: employeeNumber.trim() };
  const found = await tx.person.findMany({
    where: {
      OR: [{ email: wanted.email }, { employeeNumber: wanted.employeeNumber }],
      ...(ownId ? { NOT: { id: ownId } } : {}),
    },
    select: { email: true, employeeNumber: true },
  });
  if (found.length > 0) throw taken(wanted, found);
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw taken(wanted, [wanted]);
    throw error;
  }
}

function taken(wanted: Found, found: readonly Found[]): Invalid {
  const fields: Record<string, string[]> = {};
  if (found.some(({ email }) => email === wanted.email))
    fields.email = [
      "Someone has this e-mail address already. Search for it among the people, leavers included.",
    ];
  if (found.some(({ employeeNumber }) => employeeNumber === wanted.employeeNumber))
    fields.employeeNumber = ["Someone has this employee number already."];
  return new Invalid("taken", "The e-mail address and the employee number must be the person's own.", fields);
}
