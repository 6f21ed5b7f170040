/**
 * Prisma alone: one row a transaction that is on disk when it returns, with the portal's own client and settings.
 * `durable-insert.ts SECONDS AT_ONCE` prints what it counted.
 */
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";

const [seconds = 5, atOnce = 1] = process.argv.slice(2).map(Number);
const TEXT = "Once upon a time there was a row of ordinary length, and it reached the disk. ".repeat(2);

const times: number[] = [];
await insertFor(500, []);
const used = process.cpuUsage();
const started = performance.now();
await insertFor(seconds * 1_000, times);
const { user, system } = process.cpuUsage(used);
const counted = { times, seconds: (performance.now() - started) / 1_000, failed: 0 };
console.log(JSON.stringify({ counted, processor: (user + system) / 1e6 }));
await db.$disconnect();

async function insertFor(milliseconds: number, into: number[]): Promise<void> {
  const until = performance.now() + milliseconds;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        const data = { id: newId(), to: "nobody@load.example", subject: "A row", text: TEXT, sentAt: now() };
        await db.sentMail.create({ data, select: { id: true } });
        into.push(performance.now() - before);
      }
    }),
  );
}
