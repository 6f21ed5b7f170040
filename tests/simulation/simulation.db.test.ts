/** A few people for nine days, so that `npm run simulate` goes on working; years of thousands are for that command. */
import { expect, it } from "vitest";
import { differencesIn } from "../../scripts/simulate/report";
import { simulate } from "../../scripts/simulate/simulation";

it("a small company lived through by two processes is as the reference says", async () => {
  const simulated = await simulate({
    databaseUrl: process.env.DATABASE_URL!,
    dataDirectory: process.env.DATA_DIR!,
    people: 6,
    days: 9,
    processes: 2,
    seed: 7,
    checkpoints: 1,
    say: () => {},
  });
  expect(differencesIn(simulated)).toEqual([]);
  expect(simulated.awards.product).toBeGreaterThan(0);
  expect(simulated.reminders.mails.sent).toBeGreaterThan(10);
}, 240_000);
