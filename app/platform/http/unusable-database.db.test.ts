import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { db, hot, provider, sql, transaction } from "../db/client.server";
import { Unavailable } from "../errors";
import { newId } from "../ids.server";
import { asDomainError } from "./error-response.server";

const lease = (holder = "test") => ({ name: newId(), holder, expiresAt: new Date(0) });
const outcomeOf = (work: Promise<unknown>) => work.then(() => "done", asDomainError);

if (provider === "sqlite") {
  describe("a disk that is full", () => {
    it("is said to be so, keeps what was saved, and takes more when there is room", async () => {
      await transaction((tx) => tx.lease.create({ data: lease() }));
      const [size] = await db.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
      const pages = Number(size!.page_count);
      await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);

      const large = "x".repeat(200_000);
      expect(await outcomeOf(db.lease.create({ data: lease(large) }))).toBeInstanceOf(Unavailable);
      const inside = transaction(async (tx) => {
        await tx.lease.create({ data: lease() });
        await tx.lease.create({ data: lease(large) });
      });
      expect(await outcomeOf(inside)).toBeInstanceOf(Unavailable);
      const past = hot.change(sql`UPDATE "Lease" SET "holder" = ${large}`);
      expect(await outcomeOf(past)).toBeInstanceOf(Unavailable);
      expect(await db.lease.count()).toBe(1);

      await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages * 10}`);
      expect(await outcomeOf(transaction((tx) => tx.lease.create({ data: lease(large) })))).toBe("done");
    });
  });

  describe("a transaction that cannot be committed", () => {
    it("leaves nothing behind, and the way free for the next", async () => {
      const before = await db.lease.count();
      const refused = transaction(async (tx) => {
        await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
        await tx.lease.create({ data: lease() });
        await tx.ledgerLeaf.create({ data: { index: 0, entryId: "no such entry", hash: "" } });
      });
      await expect(refused).rejects.toThrow();
      await transaction((tx) => tx.lease.create({ data: lease() }));
      expect(await db.lease.count()).toBe(before + 1);
    });
  });
} else {
  describe("a server that goes away", () => {
    it("is said to be so, and is used again once it is back", async () => {
      const url = new URL(process.env.DATABASE_URL!);
      const name = url.pathname.slice(1);
      url.pathname = "/postgres";
      const admin = new pg.Client(url.href);
      await admin.connect();
      onTestFinished(() => admin.end());
      const cut = () =>
        admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [name]);

      await db.lease.create({ data: lease() });
      /* More than the pool holds: none of them may keep its connection. */
      for (let i = 0; i < 15; i++) {
        const cutOff = transaction(async (tx) => {
          await tx.lease.create({ data: lease() });
          await cut();
          await tx.lease.create({ data: lease() });
        });
        expect(await outcomeOf(cutOff)).toBeInstanceOf(Unavailable);
      }

      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
      await cut();
      expect(await outcomeOf(db.lease.count())).toBeInstanceOf(Unavailable);
      expect(await outcomeOf(db.$queryRaw`SELECT 1`)).toBeInstanceOf(Unavailable);
      expect(await outcomeOf(hot.rows(sql`SELECT 1`))).toBeInstanceOf(Unavailable);
      expect(await outcomeOf(transaction((tx) => tx.lease.count()))).toBeInstanceOf(Unavailable);

      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
      expect(await db.lease.count()).toBe(1);
      expect(await hot.rows<{ count: number }>(sql`SELECT COUNT(*)::int AS count FROM "Lease"`)).toEqual([
        { count: 1 },
      ]);
    });
  });
}
