import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "../ids.server";
import { db, provider, transaction } from "./client.server";

/** Another process writes for so long. Our writer looks, finds it busy, and has to come again. */
const OTHER_WRITES_MS = 400;

/** @returns how to let go */
async function anotherProcessWrites(): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL!;
  if (provider === "sqlite") {
    const other = new Database(url.slice("file:".length));
    other.exec("BEGIN IMMEDIATE");
    return async () => {
      other.exec("COMMIT");
      other.close();
    };
  }
  const other = new pg.Client(url);
  await other.connect();
  await other.query(`BEGIN; LOCK TABLE "Lease" IN EXCLUSIVE MODE`);
  return async () => {
    await other.query("COMMIT");
    await other.end();
  };
}

const lease = () => ({ name: newId(), holder: "test", expiresAt: new Date(0) });

/* Connecting is another matter: it sets the journal mode, which waits for writers. */
beforeAll(() => db.lease.count());

describe("while another process writes", () => {
  it("a transaction waits and then goes through, and so does everything after it", async () => {
    const release = await anotherProcessWrites();
    const inside = transaction((tx) => tx.lease.create({ data: lease() }));
    const alone = db.lease.create({ data: lease() });
    const read = await db.lease.count();
    await sleep(OTHER_WRITES_MS);
    expect(read).toBe(0);
    await release();
    await Promise.all([inside, alone]);
    await transaction((tx) => tx.lease.create({ data: lease() }));
    expect(await db.lease.count()).toBe(3);
  });

  it("a transaction that fails leaves the way free", async () => {
    const release = await anotherProcessWrites();
    const failing = transaction(async (tx) => {
      await tx.lease.create({ data: lease() });
      throw new Error("no");
    });
    const failed = expect(failing).rejects.toThrow("no");
    await sleep(OTHER_WRITES_MS);
    await release();
    await failed;
    const before = await db.lease.count();
    await transaction((tx) => tx.lease.create({ data: lease() }));
    expect(await db.lease.count()).toBe(before + 1);
  });
});
