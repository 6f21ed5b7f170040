/**
 * Messages written in the transaction of the command that causes them, delivered afterwards at least once.
 * A handler must therefore be idempotent, or harmless when it runs twice.
 */
import { now } from "./clock.server";
import { db, type Tx } from "./db/client.server";
import { newId } from "./ids.server";
import { log } from "./log.server";

export interface Topics {
  email: { to: string; subject: string; text: string };
  "evidence-recorded": { personId: string };
  /** Of an attempt or an appeal, for those who may mark or decide it. */
  "work-waiting": { kind: "marking" | "appeal"; id: string };
  /** Of an attempt that may have been the last of a set. */
  "attempt-failed": { attemptId: string };
  "reminder-digest": { digestId: string };
  /** `after` is the last person looked at; empty at the beginning. */
  "certification-changed": { certificationId: string; after: string };
  /** `after` is the last attempt looked at; `again` says that it is the second look at them. */
  "question-regraded": { regradeId: string; after: string; again?: boolean };
}
export type Topic = keyof Topics;
export type Handlers = { [T in Topic]: (payload: Topics[T], messageId: string) => Promise<void> };

const BATCH = 50;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 3_600;
/** Less than the lease lasts, with what the last delivery may take. */
const DRAIN_MS = 8_000;
const CLAIMED_SECONDS = 120;
const KEEP_DELIVERED_DAYS = 30;

export async function enqueue<T extends Topic>(
  tx: Tx,
  topic: T,
  payload: Topics[T],
  options: { availableAt?: Date } = {},
): Promise<void> {
  const createdAt = now();
  await tx.outboxMessage.create({
    data: {
      id: newId(),
      topic,
      payload: JSON.stringify(payload),
      createdAt,
      availableAt: options.availableAt ?? createdAt,
    },
    select: { id: true },
  });
}

/**
 * Delivers what is due, oldest first, for some seconds, and returns how many messages it handled. Each is claimed before,
 * so that a process which takes over meanwhile does not deliver it too; who dies in between leaves it to a later try.
 */
export async function drainOutbox(handlers: Handlers): Promise<number> {
  const started = performance.now();
  const due = await db.outboxMessage.findMany({
    where: { deliveredAt: null, availableAt: { lte: now() } },
    orderBy: [{ availableAt: "asc" }, { id: "asc" }],
    take: BATCH,
    select: { id: true, topic: true, payload: true, attempts: true },
  });
  let handled = 0;
  for (const message of due) {
    if (performance.now() - started > DRAIN_MS) break;
    if (!(await claim(message))) continue;
    handled++;
    try {
      const handle = handlers[message.topic as Topic] as (payload: unknown, id: string) => Promise<void>;
      await handle(JSON.parse(message.payload), message.id);
      await db.outboxMessage.updateMany({
        where: { id: message.id },
        /* A message may hold a link that signs somebody in: what was sent is not kept. */
        data: { deliveredAt: now(), lastError: null, payload: "{}" },
      });
    } catch (error) {
      await postpone(message.id, message.attempts + 1, error);
    }
  }
  return handled;
}

async function claim({ id, attempts }: { id: string; attempts: number }): Promise<boolean> {
  const { count } = await db.outboxMessage.updateMany({
    where: { id, deliveredAt: null, attempts },
    data: { attempts: attempts + 1, availableAt: new Date(now().getTime() + CLAIMED_SECONDS * 1000) },
  });
  return count === 1;
}

async function postpone(id: string, attempts: number, error: unknown): Promise<void> {
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS);
  /* A mail server's refusal repeats the address. */
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const failure = { messageId: id, attempts, code, responseCode, command };
  log.warn(failure, "outbox message not delivered, will be tried again");
  await db.outboxMessage.updateMany({
    where: { id },
    data: {
      availableAt: new Date(now().getTime() + seconds * 1000),
      lastError: error instanceof Error ? error.message.slice(0, 500) : "unknown",
    },
  });
}

/** Forgets that messages were delivered, after the time in which somebody may ask whether they were. */
export async function deleteOldMessages(): Promise<void> {
  const before = new Date(now().getTime() - KEEP_DELIVERED_DAYS * 86_400_000);
  await db.outboxMessage.deleteMany({ where: { deliveredAt: { lt: before } } });
}

/** What an administrator should know: messages waiting, and those that failed at least once. */
export async function outboxState(): Promise<{ waiting: number; failing: number }> {
  const [waiting, failing] = await Promise.all([
    db.outboxMessage.count({ where: { deliveredAt: null } }),
    db.outboxMessage.count({ where: { deliveredAt: null, attempts: { gt: 0 } } }),
  ]);
  return { waiting, failing };
}
