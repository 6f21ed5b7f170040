/** A course that people are certified on changes: whom it touches, who decides, and what its readers are asked. */
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready, scripted } from "./page-ready";
import { joinTeam, newPerson } from "./people";
import { readToTheEnd } from "./reading";
import { administrator, expectRefusals, manager, open, signIn, test } from "./visitor";

const CERTIFICATION = "Taught from the field";

/** The journeys with and without JavaScript are made at the same time, and a draft has one author at a time. */
function courseOfThisJourney() {
  return scripted() ? "Showing Halden Bench in fifteen minutes" : "Water laboratories in the Nordics";
}

test("a manager revises a course, a second person confirms it, and its readers read what changed", async ({
  visit,
  token,
}) => {
  const course = courseOfThisJourney();
  const added = `Somebody asked for this in the field: ${token}.`;
  const person = await newPerson(visit, `Rada ${token}`, ["Account Executive"]);
  await joinTeam(await visit(administrator), person, "emea-sales");
  const page = await visit();
  await signIn(page, person);
  let address = "";

  await test.step("somebody completes the course and is certified on it", async () => {
    await open(page, `/courses?q=${encodeURIComponent(course)}`);
    await page.getByRole("link", { name: course }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(course);
    await ready(page);
    address = new URL(page.url()).pathname;
    await page.getByRole("link", { name: "Start the course" }).click();
    await expect(page.getByText(/^Lesson 1 of 2/)).toBeVisible();
    await ready(page);
    await readToTheEnd(page);
    await open(page, "/certificates");
    const valid = page.getByRole("region", { name: "Valid" });
    await expect(valid.getByRole("link", { name: CERTIFICATION })).toBeVisible();
  });

  const author = await visit(manager);
  await test.step("the author changes one lesson", async () => {
    await open(author, "/studio");
    await author.getByRole("link", { name: course }).click();
    await expect(author.getByRole("heading", { level: 1 })).toHaveText(course);
    await ready(author);
    const lessons = author.getByRole("region", { name: "Lessons" });
    await lessons.getByRole("link").first().click();
    const text = author.getByLabel("Text of the lesson");
    await expect(text).toHaveValue(/./);
    await ready(author);
    await text.fill(withSentence(await text.inputValue(), added));
    await author.getByRole("button", { name: "Save", exact: true }).click();
    await expect(author.getByText(/^Saved /)).toBeVisible();
    await ready(author);
  });

  await test.step("before publishing, those whom it touches are counted and listed", async () => {
    await author.getByRole("link", { name: "Publish", exact: true }).click();
    const touched = author.getByRole("region", { name: "Whom it touches" });
    await expect(touched).toContainText(`Asked for by: ${CERTIFICATION}`);
    await ready(author);
    await expectAccessible(author);
    const kinds = touched.getByRole("table", { name: /each kind of revision asks anew/ });
    const [keep, delta] = await countsOf(kinds, /^Delta/);
    expect(delta).toBeGreaterThan(0);
    expect(await countsOf(kinds, /^Full/)).toEqual([0, 0, keep! + delta!]);
    const row = await findRow(author, person.name);
    await expect(row.getByRole("cell")).toHaveText([
      "Field sales, Europe, Middle East and Africa",
      "Yes",
      "To read 1 lesson",
    ]);
    await open(author, new URL(author.url()).pathname);
    await author.getByRole("link", { name: "Full", exact: true }).click();
    await expect(author).toHaveURL(/as=full/);
    const again = await findRow(author, person.name);
    await expect(again.getByRole("cell").last()).toHaveText("To read the whole course again");
  });

  await test.step("a delta is not for the author alone", async () => {
    await open(author, new URL(author.url()).pathname);
    await author.getByLabel("What changed").fill(added);
    await author.getByRole("radio", { name: "Editorial" }).check();
    expectRefusals(author, 422);
    await author.getByRole("button", { name: /^Publish or propose revision/ }).click();
    await expect(author.getByRole("radio", { name: "Editorial" })).toBeChecked();
    await expect(author.getByText(/Say why, since it is another kind than proposed/)).toBeVisible();
    await ready(author);
    await author.getByRole("radio", { name: "Delta" }).check();
    await author.getByRole("button", { name: /^Publish or propose revision/ }).click();
    await expect(author.getByText("The revision is proposed")).toBeVisible();
    await ready(author);
    await expect(author.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);
    await expectAccessible(author);
  });

  await test.step("a second person sees the difference marked, and decides", async () => {
    const second = await visit(administrator);
    await second.getByRole("link", { name: "Decisions", exact: true }).click();
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("Decisions");
    await ready(second);
    await expectAccessible(second);
    await second.getByRole("link", { name: course }).click();
    await expect(second.getByRole("heading", { level: 1 })).toHaveText(`Publish: ${course}`);
    await ready(second);
    await expect(second.getByRole("region", { name: "Whom it touches" })).toContainText(CERTIFICATION);
    const texts = second.getByRole("region", { name: "What would be published" });
    await texts.locator("summary").click();
    await expect(texts.locator("ins").filter({ hasText: token })).toBeVisible();
    await expectAccessible(second);
    expectRefusals(second, 422);
    await second.getByRole("button", { name: /^Decline/ }).click();
    await expect(second.getByText("Write why. The author reads it.").first()).toBeVisible();
    await ready(second);
    await second.getByRole("button", { name: "Confirm: publish the revision" }).click();
    await expect(second.getByText("The revision is published as it was proposed")).toBeVisible();
    await ready(second);
    await expect(second.getByRole("link", { name: course })).toHaveCount(0);
  });

  await test.step("who completed it is asked for the changed lesson alone, and finishes it", async () => {
    await open(page, address);
    await expect(page.getByText("1 of 2 lessons is new or changed")).toBeVisible();
    await expect(page.getByText("Changed since you completed the course")).toHaveCount(1);
    await expect(page.getByText(/^0 of 1 new or changed lessons read/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Read what changed" }).click();
    await page.getByRole("link", { name: "Show what changed" }).click();
    await expect(page.locator("ins").filter({ hasText: token })).toBeVisible();
    await ready(page);
    await expectAccessible(page);
    await answerAndFinish(page);
    await expect(page.getByText(/You completed this course on/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Read what changed" })).toHaveCount(0);
    await open(page, "/certificates");
    await expect(page.getByRole("region", { name: "Valid" })).toContainText(CERTIFICATION);
  });
});

/** In place of the one that an earlier run has added. */
function withSentence(text: string, sentence: string): string {
  const kept = text.replaceAll(/\n\nSomebody asked for this in the field: \w+\.\n?/g, "\n");
  return `${kept.trimEnd()}\n\n${sentence}\n`;
}

async function countsOf(table: Locator, kind: RegExp): Promise<number[]> {
  const row = table.getByRole("row").filter({ has: table.page().getByRole("rowheader", { name: kind }) });
  return (await row.getByRole("cell").allInnerTexts()).map(Number);
}

/** On this page of the list or on a later one. */
async function findRow(page: Page, name: string): Promise<Locator> {
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  const next = page.getByRole("link", { name: "Next", exact: true });
  while ((await row.count()) === 0) await open(page, await hrefOf(page, next));
  return row;
}

async function hrefOf(page: Page, link: Locator): Promise<string> {
  return new URL((await link.getAttribute("href"))!, page.url()).href;
}

/** The lesson has a knowledge check, and it is the only one that is asked. */
async function answerAndFinish(page: Page): Promise<void> {
  const check = page.getByRole("region", { name: /^Check yourself/ });
  await check.getByRole("radio").first().check();
  await check.getByRole("button", { name: "Check my answer" }).click();
  await expect(check.getByText(/^(That is right|Not quite)/)).toBeVisible();
  await ready(page);
  await page.getByRole("button", { name: /^Done/ }).click();
  await expect(page).toHaveURL(/\/courses\/[^/]+$/);
  await ready(page);
}
