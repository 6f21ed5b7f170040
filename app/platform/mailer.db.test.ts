import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const received: ParsedMail[] = [];
let connections = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onConnect(_session, done) {
    connections++;
    done();
  },
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
afterAll(async () => {
  const { closeMailer } = await import("./mailer.server");
  closeMailer();
  await new Promise<void>((resolve) => server.close(resolve));
});

const others = {
  "evidence-recorded": async () => {},
  "certification-changed": async () => {},
  "question-regraded": async () => {},
  "work-waiting": async () => {},
  "attempt-failed": async () => {},
  "reminder-digest": async () => {},
};

describe("mail", () => {
  it("written in a transaction arrives once over SMTP, as it was written", async () => {
    /* Imported here, because settings are read when the module is loaded. */
    const { transaction } = await import("./db/client.server");
    const { drainOutbox, enqueue } = await import("./outbox.server");
    const { sendMail } = await import("./mailer.server");
    const handlers = { ...others, email: sendMail };
    const mail = {
      to: "zoë@demo.example",
      subject: "Umlauts: äöü",
      text: "First line\n\nhttps://learn.example.com/x",
    };

    await transaction((tx) => enqueue(tx, "email", mail));
    await drainOutbox(handlers);
    await drainOutbox(handlers);

    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ subject: mail.subject });
    expect(received[0]!.text).toContain("https://learn.example.com/x");
    expect(received[0]!.messageId).toMatch(/@localhost>$/);
  });

  it("goes out over one connection, and over another when the server has closed that one meanwhile", async () => {
    const { sendMail } = await import("./mailer.server");
    const mail = (to: string) => ({ to, subject: "S", text: "T" });
    const before = received.length;
    connections = 0;
    for (const id of ["a", "b", "c"]) await sendMail(mail(`${id}@demo.example`), id);
    expect(connections).toBeLessThanOrEqual(1);
    for (const connection of server.connections) (connection as { close(): void }).close();
    await sendMail(mail("d@demo.example"), "d");
    expect(received.slice(before).map(({ messageId }) => messageId)).toEqual(
      ["a", "b", "c", "d"].map((id) => `<${id}@localhost>`),
    );
  });

  it("that the server refuses is kept for later", async () => {
    const { transaction, db } = await import("./db/client.server");
    const { drainOutbox, enqueue, outboxState } = await import("./outbox.server");
    const { sendMail } = await import("./mailer.server");
    await transaction((tx) => enqueue(tx, "email", { to: "not an address", subject: "S", text: "T" }));
    await drainOutbox({ ...others, email: sendMail });
    expect(await outboxState()).toEqual({ waiting: 1, failing: 1 });
    const [kept] = await db.outboxMessage.findMany({
      where: { deliveredAt: null },
      select: { lastError: true },
    });
    expect(kept!.lastError).not.toBeNull();
  });
});
