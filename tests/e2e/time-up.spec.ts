import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready, scripted } from "./page-ready";
import { newPerson } from "./people";
import { startTest } from "./sitting";
import { importQuestions, makeBank, makeTest } from "./test-making";
import { expectNoConnection, open, signIn, test } from "./visitor";

const UNTIL_IT_ENDS = { timeout: 90_000, intervals: [2_000] };

test("the time runs out without a connection: what arrived counts, and what came later is named", async ({
  visit,
  token,
}) => {
  const office = await visit();
  await signIn(office, await newPerson(visit, `Ines ${token}`, ["Manager"]));
  const bank = `Minutes ${token}`;
  await makeBank(office, bank);
  await office.getByRole("link", { name: "Import", exact: true }).click();
  await expect(office.getByLabel("Or paste the questions")).toBeVisible();
  await importQuestions(office, bank);
  const address = await makeTest(office, { title: `One minute ${token}`, bank, minutes: 1 });

  const person = await newPerson(visit, `Otto ${token}`, ["Account Executive"]);
  const page = await visit();
  await signIn(page, person);
  const elsewhere = await visit();
  await signIn(elsewhere, person);
  await open(page, `/assessments/${address.split("/").at(-1)!}`);
  await startTest(page);
  const attempt = new URL(page.url()).pathname;

  if (scripted()) {
    await page.getByLabel("60 days").check();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    expectNoConnection(page);
    await page.context().setOffline(true);
    await page.getByLabel("The carrier").check();
    await expect(page.getByText("No connection. Your answers are kept here")).toBeVisible();
    await expect(page.getByText("Less than a minute left. What is saved counts.")).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByText("Time is up", { exact: true })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByLabel("The carrier")).toBeChecked();
    await expectAccessible(page);
  } else {
    await page.getByLabel("60 days").check();
    await page.getByRole("button", { name: "Save and check" }).click();
    await page.goto(`${attempt}?section=1`);
    await page.getByLabel("The carrier").check();
  }

  await expect(async () => {
    await elsewhere.goto(attempt);
    await expect(elsewhere.getByText("Time was up")).toBeVisible({ timeout: 1_000 });
  }).toPass(UNTIL_IT_ENDS);
  await ready(elsewhere);
  await expect(elsewhere.getByText("1 of 2 points").first()).toBeVisible();
  await expectAccessible(elsewhere);

  if (scripted()) await page.context().setOffline(false);
  else await page.getByRole("button", { name: "Save and check" }).click();
  await expect(page.getByText("What arrived after the end was not counted.")).toBeVisible();
  await expect(page.getByText("Not passed").first()).toBeVisible();
  await ready(page);
  await expectAccessible(page);
});
