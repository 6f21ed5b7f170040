import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { questionsOf } from "./answer-keys";
import { ready, scripted } from "./page-ready";
import { newPerson } from "./people";
import { answerSection, goOn, startTest } from "./sitting";
import { expectRefusals, open, signIn, test } from "./visitor";

test("someone signs out everywhere else, and then here", async ({ visit, token }) => {
  const person = await newPerson(visit, `Ines ${token}`);
  const [here, elsewhere] = [await visit(person), await visit(person)];
  await open(elsewhere, "/courses");
  await open(here, "/account");
  await expect(here.getByRole("region", { name: "Signed-in devices" }).getByRole("listitem")).toHaveCount(2);
  await expectAccessible(here);
  await here.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(here.getByText("Every other device is signed out.")).toBeVisible();
  await ready(here);

  await elsewhere.getByRole("link", { name: "Tests", exact: true }).click();
  await expect(elsewhere).toHaveURL(/\/login\?next=%2Fassessments/);
  await signIn(elsewhere, person);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Tests");
  await expectAccessible(elsewhere);

  await here.getByRole("button", { name: "Sign out", exact: true }).last().click();
  await expect(here).toHaveURL(/\/login$/);
  await open(here, "/certificates");
  await expect(here).toHaveURL(/\/login\?next=%2Fcertificates/);
});

test("a session that ends in the middle of a test loses no saved answer", async ({ visit, token }) => {
  const person = await newPerson(visit, `Mateo ${token}`, ["Customer Service Associate"]);
  const page = await visit(person);
  const questions = questionsOf("service-essentials");
  await open(page, "/assessments");
  await expectAccessible(page);
  await open(page, "/assessments/service-essentials");
  await startTest(page);
  const attempt = new URL(page.url()).pathname;
  await answerSection(page, questions);
  await goOn(page, page.getByRole("button", { name: "Save and continue" }));

  const other = await visit(person);
  await open(other, "/account");
  await other.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(other.getByText("Every other device is signed out.")).toBeVisible();

  await answerSection(page, questions);
  if (scripted()) {
    await expect(page.getByText("Your session has ended.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Sign in again" }).click();
  } else {
    await page.getByRole("button", { name: "Save and check" }).click();
    await expect(page.getByText("Your session has ended", { exact: true })).toBeVisible();
    await expectAccessible(page);
  }
  await expect(page).toHaveURL(/\/login\?/);
  await signIn(page, person);
  await expect(page).toHaveURL(new RegExp(attempt));

  await open(page, `${attempt}?section=1`);
  await expect(page.getByText("Not answered", { exact: true })).toHaveCount(0);
  await open(page, `${attempt}?section=review`);
  /* With JavaScript the browser kept what it could not send; without, that one page is to be filled in again. */
  const open12 = page.getByRole("navigation", { name: "Sections of the test" }).getByText(/of 12 answered/);
  await expect(open12).toHaveText(scripted() ? "12 of 12 answered" : "6 of 12 answered");
});

test("signing in leads back, but never to another site", async ({ visit, token }) => {
  const person = await newPerson(visit, `Tove ${token}`);
  const wanted = [
    ["/account", "/account"],
    ["/courses?q=lamp#top", "/courses?q=lamp#top"],
    ["https://evil.example/", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["javascript:alert(1)", "/"],
  ] as const;
  for (const [next, place] of wanted) {
    const page = await visit();
    await open(page, `/login?next=${encodeURIComponent(next)}`);
    await signIn(page, person);
    const { origin, pathname, search, hash } = new URL(page.url());
    expect(origin, next).toBe(process.env.PORTAL);
    expect(pathname + search + hash, next).toBe(place);
    await page.context().close();
  }
});

test("a wrong password is refused in words that tell nothing, and guessing is stopped", async ({
  visit,
  token,
}) => {
  const person = await newPerson(visit, `Sanna ${token}`);
  const page = await visit();
  expectRefusals(page, 422, 429);
  await open(page, "/login");
  await tryPassword(page, person.email, "not the password");
  const refusal = await page.getByRole("alert").innerText();
  expect(refusal).toContain("do not go together");
  await expect(page.getByLabel("E-mail")).toHaveValue(person.email);
  await expectAccessible(page);

  await open(page, "/login");
  await tryPassword(page, `nobody.${token}@halden.example`, "not the password");
  await expect(page.getByRole("alert")).toHaveText(refusal, { useInnerText: true });

  for (let tries = 0; tries < 10; tries++) await tryPassword(page, person.email, "not the password");
  await expect(page.getByRole("alert")).toContainText("There were too many tries to sign in.");
  await expectAccessible(page);
  await tryPassword(page, person.email, person.password);
  await expect(page.getByRole("alert")).toContainText("There were too many tries to sign in.");
});

async function tryPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  expect(await (await answered).text(), "no password is sent back").not.toContain(password);
  await expect(page.getByRole("alert")).toBeVisible();
  await ready(page);
}
