import { db, transaction } from "~/platform/db/client.server";
import { foldName } from "./fold-name";

const BATCH = 500;

/** For people from before names were folded: SQL cannot do it. @returns how many there were */
export async function foldNames(): Promise<number> {
  for (let folded = 0; ;) {
    const people = await db.person.findMany({
      where: { foldedName: "" },
      take: BATCH,
      select: { id: true, name: true },
    });
    if (people.length === 0) return folded;
    await transaction(async (tx) => {
      for (const { id, name } of people)
        await tx.person.updateMany({ where: { id, name }, data: { foldedName: foldName(name) } });
    });
    folded += people.length;
  }
}
