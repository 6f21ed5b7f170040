/** One random salt a person, made with their first record. Without it the commitments in the ledger say nothing. */
import { randomBytes } from "node:crypto";
import { db, type Tx } from "~/platform/db/client.server";

export type Salts = ReadonlyMap<string, Buffer>;

const SALT_BYTES = 32;

/** Those that exist: a person who was erased, or never had a record, has none. */
export async function saltsOf(subjectIds: readonly string[], client: Tx | typeof db = db): Promise<Salts> {
  const rows = await client.commitmentSalt.findMany({
    where: { subjectId: { in: [...new Set(subjectIds)] } },
    select: { subjectId: true, salt: true },
  });
  return decoded(rows);
}

/** @throws when a salt was damaged: what is committed to with it could not be proved later. */
export async function findOrCreateSalts(tx: Tx, subjectIds: readonly string[]): Promise<Salts> {
  const found = whole(await saltsOf(subjectIds, tx));
  /* In one order everywhere, so that two transactions cannot wait for each other. */
  const missing = [...new Set(subjectIds)].filter((id) => !found.has(id)).sort();
  if (missing.length === 0) return found;
  for (const subjectId of missing) {
    const salt = randomBytes(SALT_BYTES).toString("hex");
    /* Another transaction may be first: a plain INSERT would then fail, and on PostgreSQL end this transaction. */
    await tx.$executeRaw`INSERT INTO "CommitmentSalt" ("subjectId", "salt") VALUES (${subjectId}, ${salt}) ON CONFLICT DO NOTHING`;
  }
  return whole(await saltsOf(subjectIds, tx));
}

/** Every salt, a page at a time. */
export async function* allSalts(page: number): AsyncGenerator<Salts> {
  for (let after = ""; ;) {
    const rows = await db.commitmentSalt.findMany({
      where: { subjectId: { gt: after } },
      orderBy: { subjectId: "asc" },
      take: page,
      select: { subjectId: true, salt: true },
    });
    if (rows.length > 0) yield decoded(rows);
    if (rows.length < page) return;
    after = rows.at(-1)!.subjectId;
  }
}

/** What is not a salt becomes an empty one, with which nothing agrees; decoding alone would pass over what is not hex. */
function decoded(rows: readonly { subjectId: string; salt: string }[]): Salts {
  return new Map(
    rows.map(({ subjectId, salt }) => [
      subjectId,
      /^[0-9a-f]{64}$/.test(salt) ? Buffer.from(salt, "hex") : Buffer.of(),
    ]),
  );
}

function whole(salts: Salts): Salts {
  for (const [subjectId, salt] of salts)
    if (salt.length !== SALT_BYTES)
      throw new Error(`The salt of ${subjectId} is damaged: restore it from a backup`);
  return salts;
}
