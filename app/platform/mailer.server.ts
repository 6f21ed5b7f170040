/** Sends one e-mail: over SMTP, or in demo mode into a table that /demo/mail shows. */
import { createTransport, type Transporter } from "nodemailer";
import { now } from "./clock.server";
import { db } from "./db/client.server";
import { env } from "./env.server";
import type { Topics } from "./outbox.server";

/** Other messages wait behind a server that does not answer. */
const ANSWERS_WITHIN_MS = 10_000;

let transport: Transporter | undefined;

/** `id` makes a second delivery of the same message harmless in demo mode and recognisable by mail servers. */
export async function sendMail(mail: Topics["email"], id: string): Promise<void> {
  if (!env.SMTP_URL) {
    const { to, subject, text } = mail;
    await db.sentMail.upsert({ where: { id }, update: {}, create: { id, to, subject, text, sentAt: now() } });
    return;
  }
  /* Messages come one after another: greeting the server anew for each costs more than sending it. */
  transport ??= createTransport({
    url: env.SMTP_URL,
    pool: true,
    maxConnections: 1,
    maxRequeues: 1,
    connectionTimeout: ANSWERS_WITHIN_MS,
    greetingTimeout: ANSWERS_WITHIN_MS,
    socketTimeout: ANSWERS_WITHIN_MS,
  });
  await transport.sendMail({
    from: env.MAIL_FROM,
    ...mail,
    messageId: `<${id}@${new URL(env.BASE_URL).hostname}>`,
  });
}

/** Lets go of the connection that is kept for the next message; one that is being sent goes out first. */
export function closeMailer(): void {
  transport?.close();
  transport = undefined;
}

/** Demo mode only: the mail that would have gone out, newest first. */
export async function sentMail(limit = 100) {
  return db.sentMail.findMany({
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true, to: true, subject: true, text: true, sentAt: true },
  });
}
