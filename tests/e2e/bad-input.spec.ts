import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { questionsOf } from "./answer-keys";
import { readCsv } from "./csv";
import { ready } from "./page-ready";
import { newPerson } from "./people";
import { answerAll, startTest } from "./sitting";
import { associate, auditor, expectRefusals, manager, open, test } from "./visitor";

const TEST = "service-essentials";

test("what belongs to others, or is not there, answers with a page that says so", async ({
  visit,
  token,
}) => {
  const owner = await visit(associate);
  await open(owner, `/assessments/${TEST}`);
  const attempt = await firstAddress(owner, /^\/attempts\//);
  const studio = await visit(manager);
  await open(studio, "/studio");
  const draft = await firstAddress(studio, /^\/studio\/(?!new)/);
  const reader = await visit(auditor);
  await open(reader, "/audit");
  const record = await firstAddress(reader, /^\/audit\/records\/./);
  const granted = await reader.request.get("/audit/records.csv?kind=award-granted");
  const award = `/certificates/${readCsv(await granted.text())[0]?.["Award id"]}`;
  expect(await open(reader, award)).toBe(200);
  await expectAccessible(reader);

  const person = await newPerson(visit, `Yusuf ${token}`, ["Manager"]);
  const page = await visit(person);
  expectRefusals(page, 404);
  await open(page, "/studio");
  await expect(page.getByText("You have not written a course yet")).toBeVisible();
  await expectAccessible(page);
  const nowhere = [
    "/courses/no-such-course",
    "/assessments/no-such-test",
    "/no-such-page",
    "/admin",
    "/audit",
  ];
  const others = [
    attempt,
    `${attempt.replace("/result", "")}/result`,
    draft,
    `${draft}/publish`,
    record,
    award,
  ];
  for (const address of [...others, ...nowhere]) {
    expect(await open(page, address), address).toBe(404);
    await expect(page.getByText("Error 404")).toBeVisible();
  }
  await expectAccessible(page);
  expect(await open(page, others[0]!)).toBe(404);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(page.getByText(person.name, { exact: true })).toBeVisible();
  await expectAccessible(page);
  for (const file of [`${award}.pdf`, `${draft}/export`, "/audit/records.csv"])
    expect((await page.request.get(file)).status(), file).toBe(404);
});

test("a test submitted twice at once has one result and one record", async ({ visit, token }) => {
  const person = await newPerson(visit, `Leila ${token}`, ["Customer Service Associate"]);
  const page = await visit(person);
  await open(page, `/assessments/${TEST}`);
  await startTest(page);
  await answerAll(page, questionsOf(TEST));
  const second = await page.context().newPage();
  await open(second, page.url());
  await Promise.all(
    [page, second].map((each) => each.getByRole("button", { name: "Submit the test" }).click()),
  );
  for (const each of [page, second]) {
    await expect(each).toHaveURL(/\/result/);
    await expect(each.getByText("Attempt 1, submitted on")).toBeVisible();
    await ready(each);
  }
  await second.goBack();
  await expect(second).toHaveURL(/\/result/);
  await open(page, `/assessments/${TEST}`);
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveText(["Attempt 1"]);
  await expectAccessible(page);

  const records = await visit(auditor);
  await open(records, `/audit/records?person=${encodeURIComponent(person.email)}`);
  await expect(records.getByText("1 record", { exact: true })).toBeVisible();
});

test("forms that are wrong keep what was typed and say what to do", async ({ visit, token }) => {
  const page = await visit(manager);
  expectRefusals(page, 422);
  await open(page, "/studio/new");
  await page.getByLabel("Summary").fill("A summary without a title.");
  await page.getByLabel("Address").fill("Not An Address");
  await page.getByRole("button", { name: "Create the course" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Give the course a title.");
  await expect(page.getByRole("alert").first()).toContainText(
    "Use lower-case letters, digits and single dashes",
  );
  await expect(page.getByLabel("Summary")).toHaveValue("A summary without a title.");
  await expectAccessible(page);

  const reader = await visit(auditor);
  expectRefusals(reader, 422);
  expect(await open(reader, "/audit/records?from=2026-13-45")).toBe(422);
  await expect(reader.getByText("These filters cannot be used as they are")).toBeVisible();
  await expectAccessible(reader);
  expect(await open(reader, "/audit?on=yesterday")).toBe(422);
  await expectAccessible(reader);
  expect(await open(reader, `/audit/records?person=nobody-${token}`)).toBe(200);
  await expect(reader.getByText("No record matches these filters")).toBeVisible();
  await expectAccessible(reader);

  const stranger = await visit();
  expectRefusals(stranger, 404);
  await open(stranger, "/verify?code=short");
  await expect(stranger.getByText("A code has 16 letters and digits.")).toBeVisible();
  await expectAccessible(stranger);
  expect(await open(stranger, "/verify/0000-0000-0000-0000")).toBe(404);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "There is no certificate with this code",
  );
  await expectAccessible(stranger);
});

async function firstAddress(page: Page, wanted: RegExp): Promise<string> {
  const links = page.getByRole("main").getByRole("link");
  await expect.poll(() => links.count()).toBeGreaterThan(0);
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = addresses.find((address) => wanted.test(address) && !address.endsWith(".pdf"));
  if (!found) throw new Error(`${page.url()} links to nothing like ${wanted.source}.`);
  return found;
}
