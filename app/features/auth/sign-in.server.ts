import { db, transaction } from "~/platform/db/client.server";
import { now } from "~/platform/clock.server";
import { Invalid } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { forgive, limit, type Limit } from "~/platform/rate-limit.server";
import { tidyEmail } from "~/features/people/add-person.server";
import { verifyPassword } from "./password-hash.server";
import { sessions } from "./sessions.server";

const WAIT = "There were too many tries to sign in. Wait a quarter of an hour, or set a new password.";
/** From one address. Somebody else's wrong guesses from elsewhere must not keep the right person out. */
const PER_ACCOUNT_HERE: Limit = { points: 10, seconds: 900, message: WAIT };
const PER_ACCOUNT: Limit = { points: 100, seconds: 900, message: WAIT };
/** A whole office may share an address. */
const PER_ADDRESS: Limit = { points: 300, seconds: 900, message: WAIT };
const LONGEST_USER_AGENT = 400;

export interface SignIn {
  email: string;
  password: string;
  address: string;
  userAgent: string;
}

/**
 * @returns the secret for the session cookie
 * @throws Invalid in the same words and after the same work whether the account does not exist, was never activated, has
 * left or has another password; TooMany
 */
export async function signIn({ email, password, address, userAgent }: SignIn): Promise<string> {
  const account = sha256(tidyEmail(email));
  await limit("sign-in-address", address, PER_ADDRESS);
  await limit("sign-in-account-here", `${account}:${address}`, PER_ACCOUNT_HERE);
  await limit("sign-in-account", account, PER_ACCOUNT);

  const person = await db.person.findUnique({
    where: { email: tidyEmail(email) },
    select: { id: true, leftAt: true, credential: { select: { passwordHash: true } } },
  });
  const matches = await verifyPassword(person?.credential?.passwordHash, password);
  if (!person || !matches || (person.leftAt && person.leftAt <= now())) throw refused();

  await forgetTries(email, address);
  return transaction(async (tx) => {
    /* Writing the hash as it is makes a change of password at the same moment wait, and end this session too. */
    const { passwordHash } = person.credential!;
    const unchanged = await tx.credential.updateMany({
      where: { personId: person.id, passwordHash },
      data: { passwordHash },
    });
    if (unchanged.count !== 1) throw refused();
    await tx.session.deleteMany({ where: { userId: person.id, expiresAt: { lte: now() } } });
    const session = await sessions(tx).createSession(person.id, {
      userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
    });
    return session.id;
  });
}

/** After a success, and after a new password was set. */
export async function forgetTries(email: string, address: string): Promise<void> {
  const account = sha256(tidyEmail(email));
  await forgive("sign-in-account-here", `${account}:${address}`, PER_ACCOUNT_HERE);
  await forgive("sign-in-account", account, PER_ACCOUNT);
}

function refused(): Invalid {
  return new Invalid(
    "sign-in-refused",
    "The e-mail address and the password do not go together. Check both, or set a new password.",
  );
}
