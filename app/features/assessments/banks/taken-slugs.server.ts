import type { Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";

/** Addresses of tests and of banks are one set: a section names its banks by them. */
export async function takenSlugs(tx: Tx, base: string): Promise<ReadonlySet<string>> {
  const where = { slug: { startsWith: base } };
  const [banks, tests] = [
    await tx.bank.findMany({ where, select: { slug: true } }),
    await tx.assessment.findMany({ where, select: { slug: true } }),
  ];
  return new Set([...banks, ...tests].map(({ slug }) => slug));
}

/** Two who take the same address at once: the second runs into the unique index, and finds the next one free. */
export async function againWhenTaken<T>(work: () => Promise<T>, tries = 8): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === tries) throw error;
    }
  }
}
