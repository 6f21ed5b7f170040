/** Background work is done by whichever process holds its row; a process that dies loses it by the clock. */
import { now } from "./clock.server";
import { db } from "./db/client.server";
import { newId } from "./ids.server";

const holder = newId();

/** Runs `work` when this process holds (or can take) the lease for `seconds`, and says whether it ran. */
export async function withLease(
  name: string,
  seconds: number,
  work: () => Promise<unknown>,
): Promise<boolean> {
  if (!(await takeLease(name, seconds))) return false;
  await work();
  return true;
}

async function takeLease(name: string, seconds: number): Promise<boolean> {
  const current = now();
  const expiresAt = new Date(current.getTime() + seconds * 1000);
  const { count } = await db.lease.updateMany({
    where: { name, OR: [{ holder }, { expiresAt: { lt: current } }] },
    data: { holder, expiresAt },
  });
  if (count === 1) return true;
  const exists = await db.lease.findUnique({ where: { name }, select: { name: true } });
  if (exists) return false;
  return db.lease.create({ data: { name, holder, expiresAt }, select: { name: true } }).then(
    () => true,
    () => false,
  );
}

/** Lets the next process go on at once after an orderly stop. */
export async function releaseLeases(): Promise<void> {
  await db.lease.deleteMany({ where: { holder } });
}
