import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { at, now } from "./clock.server";
import { db, transaction } from "./db/client.server";
import { newId } from "./ids.server";
import { withLease } from "./lease.server";
import { deleteOldMessages, drainOutbox, enqueue } from "./outbox.server";
import { limit } from "./rate-limit.server";

const mail = { to: "someone@demo.example", subject: "Hello", text: "Text" };
const handlers = (seen: string[]) => ({
  email: async (payload: { to: string }) => void seen.push(payload.to),
  "evidence-recorded": async () => {},
  "certification-changed": async () => {},
  "question-regraded": async () => {},
  "work-waiting": async () => {},
  "attempt-failed": async () => {},
  "reminder-digest": async () => {},
});

describe("transactions", () => {
  it("keep what others write meanwhile when they roll back", async () => {
    const region = (id: string) => ({ data: { id, name: id } });
    const failing = transaction(async (tx) => {
      await tx.region.create(region("inside"));
      await sleep(50);
      throw new Error("roll back");
    });
    await sleep(10);
    const seenMeanwhile = await db.region.findUnique({ where: { id: "inside" } });
    const outside = db.region.create(region("outside"));
    await expect(failing).rejects.toThrow("roll back");
    await outside;
    expect(seenMeanwhile).toBeNull();
    expect((await db.region.findMany()).map(({ id }) => id)).toEqual(["outside"]);
  });

  it("run side by side without losing a write", async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await Promise.all(
      ids.map((id) =>
        transaction(async (tx) => {
          const count = await tx.standard.count();
          await tx.standard.create({
            data: { id, number: id, edition: "1", title: `${count}`, summary: "" },
          });
        }),
      ),
    );
    expect(await db.standard.count()).toBe(40);
  });
});

describe("outbox", () => {
  it("delivers once, and only what was committed", async () => {
    await transaction((tx) => enqueue(tx, "email", mail));
    await transaction(async (tx) => {
      await enqueue(tx, "email", { ...mail, to: "never@demo.example" });
      throw new Error("no");
    }).catch(() => {});
    const seen: string[] = [];
    await drainOutbox(handlers(seen));
    await drainOutbox(handlers(seen));
    expect(seen).toEqual(["someone@demo.example"]);
  });

  it("is delivered once also when two processes drain it at the same time", async () => {
    for (let i = 0; i < 10; i++) await transaction((tx) => enqueue(tx, "email", { ...mail, to: `${i}` }));
    const seen: string[] = [];
    const slow = {
      ...handlers(seen),
      email: async ({ to }: { to: string }) => void (await sleep(5), seen.push(to)),
    };
    await Promise.all([drainOutbox(slow), drainOutbox(slow), drainOutbox(slow)]);
    expect(seen.sort()).toEqual(Array.from({ length: 10 }, (_, i) => `${i}`));
  });

  it("forgets what a delivered message said at once, and that it was delivered after a month", async () => {
    const link = "https://attest.invalid/set-password/secret";
    await transaction((tx) => enqueue(tx, "email", { ...mail, text: link }));
    await drainOutbox(handlers([]));
    await transaction((tx) => enqueue(tx, "email", { ...mail, subject: "Still waiting" }));
    const kept = await db.outboxMessage.findMany({ select: { payload: true, deliveredAt: true } });
    expect(kept.some(({ deliveredAt }) => deliveredAt)).toBe(true);
    expect(JSON.stringify(kept)).not.toContain(link);

    await deleteOldMessages();
    expect(await db.outboxMessage.count()).toBe(kept.length);
    await at(new Date(now().getTime() + 31 * 86_400_000), deleteOldMessages);
    const left = await db.outboxMessage.findMany({ select: { payload: true } });
    expect(left.map(({ payload }) => (JSON.parse(payload) as { subject: string }).subject)).toEqual([
      "Still waiting",
    ]);
    await drainOutbox(handlers([]));
  });

  it("keeps a message that could not be delivered and tries again later", async () => {
    await transaction((tx) => enqueue(tx, "email", mail));
    const down = { ...handlers([]), email: () => Promise.reject(new Error("connection refused")) };
    await drainOutbox(down);
    const seen: string[] = [];
    await drainOutbox(handlers(seen));
    expect(seen).toEqual([]);
    await at(new Date(now().getTime() + 60_000), () => drainOutbox(handlers(seen)));
    expect(seen).toEqual(["someone@demo.example"]);
  });
});

describe("leases", () => {
  it("are held by one holder until they expire", async () => {
    await db.lease.create({
      data: { name: "elsewhere", holder: "other", expiresAt: new Date(now().getTime() + 30_000) },
    });
    expect(await withLease("elsewhere", 10, async () => {})).toBe(false);
    const later = new Date(now().getTime() + 31_000);
    expect(await at(later, () => withLease("elsewhere", 10, async () => {}))).toBe(true);
    expect(await withLease("new", 10, async () => {})).toBe(true);
  });
});

describe("rate limits", () => {
  it("refuse after the points are used up, also when asked in parallel", async () => {
    const rule = { points: 3, seconds: 60, message: "Please wait." };
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => limit("test", "key", rule)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = tries.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ reason: "too-many", message: "Please wait." });
  });
});
