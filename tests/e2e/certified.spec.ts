import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { questionsOf } from "./answer-keys";
import { expectPdf, expectPrintsAlone } from "./certificate-paper";
import { readCsv } from "./csv";
import { ready } from "./page-ready";
import { joinTeam, newPerson, type Person } from "./people";
import { readToTheEnd } from "./reading";
import { answerAll, startTest, submitTest } from "./sitting";
import { administrator, auditor, expectRefusals, manager, open, signIn, test } from "./visitor";

const CERTIFICATION = "ISO 9001 awareness";
const COURSE = "ISO 9001 in practice";
const TEST = "ISO 9001:2015 awareness test";

/* The auditor looks for what the associate has earned, and the administrator takes it back. */
test.describe.configure({ mode: "serial" });
let person: Person;
let certificate: { address: string; code: string };

test("an associate finds what is owed, takes the course, passes the test and gets the certificate", async ({
  visit,
  token,
}) => {
  person = await newPerson(visit, `Aalia ${token}`, ["Customer Service Associate"]);
  await joinTeam(await visit(administrator), person, "emea-service");
  const page = await visit();
  await expectSignInAccessible(page);
  await signIn(page, person);

  await test.step("the home page says what is owed", async () => {
    const owed = page.getByRole("region", { name: "What is due" });
    await expect(owed.getByRole("heading", { name: CERTIFICATION })).toBeVisible();
    await expect(owed.getByRole("link", { name: TEST })).toBeVisible();
    await expectAccessible(page);
    await owed.getByRole("link", { name: COURSE }).click();
    await expect(page.getByText(/^Lesson 1 of 5/)).toBeVisible();
    await ready(page);
    await page.getByRole("link", { name: COURSE }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(COURSE);
    await ready(page);
    await expectAccessible(page);
  });

  await test.step("every lesson is read and every knowledge check answered", async () => {
    await page.getByRole("link", { name: "Go on reading" }).click();
    await expect(page.getByText(/^Lesson 1 of 5/)).toBeVisible();
    await ready(page);
    expectRefusals(page, 422);
    await page.getByRole("button", { name: "Done, next lesson" }).click();
    const missing = page.getByRole("alert").filter({ hasText: "not answered yet" });
    await expect(missing).toBeVisible();
    await ready(page);
    await expectAccessible(page);
    await missing.getByRole("link", { name: "Go to the question" }).click();
    await expect(page.getByRole("region", { name: /^Check yourself/ }).first()).toBeInViewport();
    await readToTheEnd(page, () => expectAccessible(page));
    await expect(page.getByText(/You completed this course on/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the test is passed", async () => {
    await open(page, "/");
    await page.getByRole("link", { name: TEST }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(TEST);
    await ready(page);
    await expectAccessible(page);
    await startTest(page);
    const asked = await answerAll(page, questionsOf("iso-9001-awareness"), () => expectAccessible(page));
    expect(asked).toHaveLength(20);
    await expect(page.getByText("Every question has an answer")).toBeVisible();
    await expectAccessible(page);
    await submitTest(page);
    await expect(page.getByText(`You have earned the certificate: ${CERTIFICATION}`)).toBeVisible();
    await expect(page.getByText("100%").first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the certificate", async () => {
    await page.getByRole("link", { name: "See the certificate" }).click();
    const sheet = page.getByRole("article", { name: `Certificate: ${CERTIFICATION}` });
    await expect(sheet).toContainText(person.name);
    await expect(sheet).toContainText("Edition 2015");
    await ready(page);
    await expectAccessible(page);
    await expectPdf(page);
    await expectPrintsAlone(page);
    const { pathname } = new URL(page.url());
    const shown = await page.getByRole("link", { name: /\/verify\// }).innerText();
    await open(page, "/certificates");
    await expect(page.getByRole("link", { name: CERTIFICATION }).first()).toBeVisible();
    await expectAccessible(page);
    certificate = { address: pathname, code: shown.split("/").at(-1)! };
  });

  await test.step("a stranger sees that it is valid, and no more than that", async () => {
    const stranger = await visit();
    await open(stranger, "/verify");
    await expectAccessible(stranger);
    await stranger.getByLabel("Code").fill(certificate.code.toLowerCase().replaceAll("-", " "));
    await stranger.getByRole("button", { name: "Check" }).click();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("This certificate is valid");
    expect(new URL(stranger.url()).pathname).toBe(`/verify/${certificate.code}`);
    const main = stranger.getByRole("main");
    for (const told of [person.name, CERTIFICATION, "2015"]) await expect(main).toContainText(told);
    const everything = await stranger.content();
    for (const secret of [person.email, "T-aalia", "Customer Service Associate"])
      expect(everything).not.toContain(secret);
    await expectAccessible(stranger);
  });
});

test("an auditor finds it today and not yesterday, opens its evidence and exports it", async ({ visit }) => {
  const page = await visit(auditor);
  await expectAccessible(page);

  await test.step("who was certified, today and yesterday", async () => {
    await page.getByRole("link", { name: "Audit", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who was certified?");
    await ready(page);
    await page.getByLabel("Certification", { exact: true }).selectOption({ label: CERTIFICATION });
    const today = await page.getByLabel("Certified on").inputValue();
    await ask(page, today, "today");
    await expectAccessible(page);
    expect(await isListed(page, person.name)).toBe(true);
    await ask(page, dayBefore(today), `on ${inWords(dayBefore(today))}`);
    expect(await isListed(page, person.name)).toBe(false);
  });

  await test.step("their records", async () => {
    await open(page, "/audit/records");
    await expectAccessible(page);
    await page.getByLabel("Person").fill(person.email);
    await page.getByRole("button", { name: "Show records" }).click();
    await expect(page.getByText("3 records", { exact: true })).toBeVisible();
    await ready(page);
    await expectAccessible(page);
    await expectCsv(page);
  });

  await test.step("the evidence of each", async () => {
    const records = page.getByRole("table", { name: "Records" }).getByRole("row");
    const addresses = await records
      .getByRole("link")
      .filter({ has: page.locator("time") })
      .all();
    expect(addresses).toHaveLength(3);
    const paths = await Promise.all(addresses.map((link) => link.getAttribute("href")));
    for (const path of paths) {
      await openSealed(page, path!);
      await expect(page.getByText("The record is what was recorded", { exact: true })).toBeVisible();
      await expectAccessible(page);
    }
    await open(page, "/audit/ledger");
    await expectAccessible(page);
  });

  await test.step("the test, scored again", async () => {
    await open(page, `/audit/records?person=${encodeURIComponent(person.email)}&kind=test-submitted`);
    await page.getByRole("table", { name: "Records" }).locator("time").first().click();
    await expect(page.getByText("Scored again, the result is the same", { exact: true })).toBeVisible();
    const score = page.getByRole("row").filter({ hasText: /^Score/ });
    await expect(score.getByRole("cell")).toHaveText(["100%", "100%", "Yes"]);
    await expect(page.getByRole("heading", { name: "The paper as it was served" })).toBeVisible();
    await expect(page.getByText("Inclusion proof with its checkpoint")).toBeVisible();
  });
});

test("a manager suspends it, an administrator reinstates it, and the two of them revoke it", async ({
  visit,
}) => {
  const change = `${certificate.address}/change`;
  const boss = await visit(manager);
  await open(boss, certificate.address);
  await boss.getByRole("link", { name: "Change", exact: true }).click();
  await expect(boss.getByRole("heading", { level: 2, name: "Suspend" })).toBeVisible();
  await ready(boss);
  await expectAccessible(boss);
  expectRefusals(boss, 422);
  await boss.getByRole("button", { name: "Suspend the certificate" }).click();
  await expect(boss.getByRole("alert")).toContainText("Write why.");
  await ready(boss);
  await expectAccessible(boss);
  await boss.getByLabel("Reason").fill("Somebody says that another person sat the test");
  await boss.getByRole("button", { name: "Suspend the certificate" }).click();
  await expect(boss.getByText("This certificate is suspended", { exact: true })).toBeVisible();
  await ready(boss);
  await expectAccessible(boss);

  const admin = await visit(administrator);
  await open(admin, change);
  await expectAccessible(admin);
  await open(admin, `${change}?to=reinstated`);
  await admin.getByLabel("Reason").fill("It has been looked into");
  await admin.getByRole("button", { name: "Reinstate the certificate" }).click();
  await expect(admin.getByText("This certificate is suspended", { exact: true })).toHaveCount(0);
  await ready(admin);
  await open(admin, `${change}?to=revoked`);
  await admin.getByLabel("Reason").fill("Somebody else sat the test");
  await admin.getByRole("button", { name: "Propose to revoke it" }).click();
  await expect(admin.getByText("A revocation waits for a second person")).toBeVisible();
  await ready(admin);
  await expectAccessible(admin);

  await open(boss, change);
  await expect(boss.getByText("Somebody else sat the test")).toBeVisible();
  await expectAccessible(boss);
  await boss.getByRole("button", { name: "Confirm: revoke the certificate" }).click();
  await expect(boss.getByText("This certificate has been revoked", { exact: true })).toBeVisible();
  await ready(boss);
  await expectAccessible(boss);

  const stranger = await visit();
  await open(stranger, `/verify/${certificate.code}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("This certificate has been revoked");
  await expect(stranger.getByRole("main")).not.toContainText("Somebody else");
  await expectAccessible(stranger);

  const holder = await visit(person);
  await expect(holder.getByRole("region", { name: "What is due" })).toContainText(CERTIFICATION);
  await expectAccessible(holder);
});

async function expectSignInAccessible(page: Page): Promise<void> {
  await open(page, "/login");
  await expectAccessible(page);
  await open(page, "/forgot-password");
  await expectAccessible(page);
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** @param words how the page says the day */
async function ask(page: Page, day: string, words: string): Promise<void> {
  await page.getByLabel("Certified on").fill(day);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`on=${day}`));
  await expect(page.getByRole("heading", { name: CERTIFICATION })).toBeVisible();
  /* The address changes a moment before what is shown. */
  await expect(page.getByText(`Certified ${words},`).first()).toBeVisible();
  await ready(page);
}

/** On this page of the list or on a later one. */
async function isListed(page: Page, name: string): Promise<boolean> {
  const next = page.getByRole("link", { name: "Next", exact: true });
  for (;;) {
    if ((await page.getByRole("rowheader").filter({ hasText: name }).count()) > 0) return true;
    if ((await next.count()) === 0) return false;
    await open(page, (await next.getAttribute("href"))!);
  }
}

/** Sealing is done in the background, every few seconds. */
async function openSealed(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await open(page, address);
    await expect(page.getByText(/^This entry is in the tree of/)).toBeVisible({ timeout: 500 });
  }).toPass();
}

async function expectCsv(page: Page): Promise<void> {
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^attest-records-\d{4}-\d\d-\d\d\.csv$/);
  const rows = readCsv(readFileSync(await download.path(), "utf8"));
  expect(rows.map((row) => row.Person)).toEqual([person.name, person.name, person.name]);
  expect(rows.map((row) => row["Employee number"])).toEqual(Array(3).fill(`T-${person.email.split("@")[0]}`));
  expect(rows.map((row) => row.Title).sort()).toEqual([CERTIFICATION, COURSE, TEST].sort());
  const sat = rows.find((row) => row.Title === TEST);
  expect(Number(sat?.["Score (0 to 1)"])).toBe(1);
  expect(rows.every((row) => row["Job role then"] === "Customer Service Associate")).toBe(true);
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
