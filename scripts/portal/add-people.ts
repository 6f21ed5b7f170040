/**
 * Adds people to the portal's database, in a process of its own because the settings are the portal's.
 * `add-people.ts COUNT PASSWORD|-`: prints one JSON object a line; with a password they can sign in, without they get a
 * session. `add-people.ts session EMAIL`: a session for somebody who is there.
 */
import { hashPassword } from "~/features/auth/password-hash.server";
import { sessionCookie, sessions } from "~/features/auth/sessions.server";
import { writeCredential } from "~/features/auth/write-credential.server";
import { addPerson } from "~/features/people/add-person.server";
import { giveInterval } from "~/features/people/assign.server";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";

const AT_ONCE = 50;
const written = { actorId: null, reason: "Added for a measurement", timeZone: "UTC" };

const [first = "", second = ""] = process.argv.slice(2);
if (first === "session") await existing(second);
else await added(Number(first), second === "-" ? null : second);
await db.$disconnect();

async function existing(email: string): Promise<void> {
  const { id } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  print({ personId: id, email, cookie: await cookieFor(id) });
}

async function added(count: number, password: string | null): Promise<void> {
  const passwordHash = password === null ? null : await hashPassword(password);
  const team = await db.team.findFirstOrThrow({ orderBy: { id: "asc" }, select: { id: true } });
  for (let done = 0; done < count; done += AT_ONCE) {
    const people = await transaction(async (tx) => {
      const made: { personId: string; email: string }[] = [];
      for (let i = done; i < Math.min(count, done + AT_ONCE); i++)
        made.push(await addOne(tx, team.id, passwordHash));
      return made;
    });
    for (const person of people)
      print({ ...person, cookie: passwordHash ? "" : await cookieFor(person.personId) });
  }
}

async function addOne(tx: Tx, teamId: string, passwordHash: string | null) {
  const tag = newId().slice(-12);
  const email = `learner-${tag}@load.example`;
  const personId = await addPerson(tx, {
    name: `Learner ${tag}`,
    email,
    employeeNumber: `L-${tag}`,
    ...written,
  });
  const interval = { from: now(), until: null };
  await giveInterval(tx, {
    personId,
    kind: "job-role",
    value: "customer-service-associate",
    interval,
    ...written,
  });
  await giveInterval(tx, { personId, kind: "team-member", value: teamId, interval, ...written });
  if (passwordHash) await writeCredential(tx, personId, passwordHash);
  return { personId, email };
}

async function cookieFor(personId: string): Promise<string> {
  const session = await sessions().createSession(personId, { userAgent: "Measurement" });
  return sessionCookie(session.id).split(";")[0]!;
}

function print(person: { personId: string; email: string; cookie: string }): void {
  console.log(JSON.stringify(person));
}
