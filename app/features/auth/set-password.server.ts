import { transaction } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { limit } from "~/platform/rate-limit.server";
import { claimLink, findLink, voidLinks } from "./auth-links.server";
import { passwordChangedMail } from "./link-mail";
import { sessions } from "./sessions.server";
import { forgetTries } from "./sign-in.server";
import { hashNewPassword, writeCredential } from "./write-credential.server";

const TRIES = { points: 60, seconds: 900, message: "There were too many tries. Wait a quarter of an hour." };

export interface SetPassword {
  secret: string;
  password: string;
  address: string;
}

/** Sets the password with a link from an e-mail. A password that is refused leaves the link good. @throws Conflict */
export async function setPassword({ secret, password, address }: SetPassword): Promise<void> {
  await limit("set-password-address", address, TRIES);
  const link = await findLink(secret);
  if (!link) throw usedUp();
  const passwordHash = await hashNewPassword(password, link);
  await transaction(async (tx) => {
    if (!(await claimLink(tx, secret))) throw usedUp();
    await writeCredential(tx, link.personId, passwordHash);
    await voidLinks(tx, link.personId);
    await sessions(tx).invalidateUserSessions(link.personId);
    if (link.purpose === "reset")
      await enqueue(tx, "email", { to: link.email, ...passwordChangedMail(link.name) });
  });
  await forgetTries(link.email, address);
}

function usedUp(): Conflict {
  return new Conflict(
    "link-used",
    "This link was used already, has expired, or was replaced by a newer one.",
  );
}
