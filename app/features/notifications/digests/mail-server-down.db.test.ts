import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";

const received: ParsedMail[] = [];
let down = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onMailFrom: (_address, _session, done) =>
    done(down ? Object.assign(new Error("Try again later"), { responseCode: 451 }) : null),
  onData(stream, _session, done) {
    void simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

it("a mail server that is down for a day delays what still holds, and nothing comes twice", async () => {
  /* Imported here, because settings are read when the module is loaded. */
  const { at } = await import("~/platform/clock.server");
  const { drainOutbox, outboxState } = await import("~/platform/outbox.server");
  const { awardEarned } = await import("~/features/certifications/award-earned.server");
  const { givenPerson } = await import("../../../../tests/setup/builders");
  const { givenAttempt, givenCompletion, givenFoundation } =
    await import("../../../../tests/setup/given-certification");
  const { seedReminderRules } = await import("../rules/seed-rules.server");
  const { sendDigests } = await import("./send-digests.server");
  const { deliverDigest } = await import("./deliver-digest.server");
  const ignore = async () => {};
  const handlers = {
    email: ignore,
    "certification-changed": ignore,
    "evidence-recorded": ignore,
    "question-regraded": ignore,
    "work-waiting": ignore,
    "attempt-failed": ignore,
    "reminder-digest": deliverDigest,
  };
  const since = new Date("2026-06-01T06:00:00Z");
  await at(since, async () => {
    await givenFoundation();
    await seedReminderRules();
  });
  const jobRole = "customer-service-associate";
  const [done, open] = [await givenPerson({ jobRole, since }), await givenPerson({ jobRole, since })];
  /** Both jobs, every half hour. */
  const work = async (from: string, hours: number) => {
    for (let step = 0; step < hours * 2; step++)
      await at(new Date(Date.parse(from) + step * 1_800_000), async () => {
        await sendDigests();
        await drainOutbox(handlers);
      });
  };

  down = true;
  await work("2026-06-01T07:50:00Z", 20);
  expect(received).toEqual([]);
  expect((await outboxState()).failing).toBe(2);
  await at(new Date("2026-06-02T04:00:00Z"), async () => {
    await givenCompletion(done.personId, "conduct");
    await givenAttempt(done.personId, "essentials");
    await awardEarned(done.personId);
  });
  down = false;
  await work("2026-06-02T05:00:00Z", 8);
  const reminders = received.filter(({ subject }) => subject?.includes("is due by"));
  expect(reminders.map(({ to }) => (to as { text: string }).text)).toEqual([open.email]);
  expect(reminders[0]!.text).toContain("Service foundation is due by 1 July 2026");
  expect((await outboxState()).failing).toBe(0);
});
