import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { joinTeam, newPerson, type Person } from "./people";
import { readToTheEnd } from "./reading";
import { administrator, expectRefusals, manager, open, signIn, test } from "./visitor";

const CERTIFICATION = "Driving for work";
const SEND = "/external-certificates/send/driving-for-work/driving-licence";

const SCAN = {
  name: "licence.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};
const LIE = { name: "licence.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script></script>") };

/* What is accepted with the first licence is renewed with the second. */
test.describe.configure({ mode: "serial" });
let person: Person;
let today: string;

test("a statement is accepted word for word, and a licence is sent in and checked", async ({
  visit,
  token,
}) => {
  person = await newPerson(visit, `Dora ${token}`, ["Account Executive"]);
  const admin = await visit(administrator);
  await joinTeam(admin, person, "emea-sales");
  const page = await visit();
  await signIn(page, person);

  await test.step("the statement takes a tick and a button", async () => {
    await open(page, "/certificates");
    await page.getByRole("link", { name: "Rules for driving on company business" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules for driving on company business");
    await ready(page);
    await expectAccessible(page);
    expectRefusals(page, 422);
    await page.getByRole("button", { name: "Accept the statement" }).click();
    await expect(page.getByText("Nothing was accepted yet")).toBeVisible();
    await ready(page);
    await page.getByLabel(/^I have read this statement in full/).check();
    await page.getByRole("button", { name: "Accept the statement" }).click();
    await expect(page.getByText("You have accepted this statement")).toBeVisible();
    await ready(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: "What is kept of it" }).click();
    await expect(page.getByText("What you accepted, word for word.")).toBeVisible();
    await ready(page);
    await expectAccessible(page);
  });

  await test.step("a file that lies is refused, and what was typed stays", async () => {
    await open(page, SEND);
    await expectAccessible(page);
    today = (await page.getByLabel("Issued on").getAttribute("max"))!;
    await page.getByLabel("The certificate").setInputFiles(LIE);
    await page.getByLabel("Issued by").fill("Licensing Authority");
    await page.getByLabel("Number").fill(token);
    await page.getByLabel("Issued on").fill("2020-03-04");
    await page.getByLabel("Last day (optional)").fill("2040-03-03");
    await page.getByRole("button", { name: "Send it in" }).click();
    await expect(page.getByText("Nothing was sent yet")).toBeVisible();
    await ready(page);
    await expect(page.getByText("Choose the file again: a browser does not keep it.")).toBeVisible();
    await expect(page.getByLabel("Number")).toHaveValue(token);
    await expectAccessible(page);
    await page.getByLabel("The certificate").setInputFiles(SCAN);
    await page.getByRole("button", { name: "Send it in" }).click();
    await expect(page.getByText(/It is on its way to your manager/)).toBeVisible();
    await ready(page);
    await expectAccessible(page);
  });

  await test.step("the manager of the team finds it, corrects a date and accepts it", async () => {
    const lead = await visit(manager);
    await expect(lead.getByRole("link", { name: /certificates? to check/ })).toBeVisible();
    await lead.getByRole("link", { name: "Certificates to check", exact: true }).click();
    await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Certificates to check");
    await ready(lead);
    await expectAccessible(lead);
    await openWaiting(lead);
    await expectAccessible(lead);
    await lead.getByLabel("Last day (empty: does not end)").fill(inDays(30));
    expectRefusals(lead, 422);
    await lead.getByRole("button", { name: "Accept it", exact: true }).click();
    await expect(lead.getByText(/You have corrected a date/).first()).toBeVisible();
    await ready(lead);
    await expectAccessible(lead);
    await lead.getByLabel("Why the dates are corrected").fill("The year was misread.");
    await lead.getByRole("button", { name: "Accept it", exact: true }).click();
    await expect(
      lead.getByText("The certificate is accepted, and the holder is told by e-mail."),
    ).toBeVisible();
    await ready(lead);
  });

  await test.step("the holder sees it accepted", async () => {
    await open(page, SEND);
    await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
    await expect(page.getByText("The year was misread.")).toBeVisible();
    await expectAccessible(page);
  });
});

test("before the licence ends, what rests on it is renewed while it still counts", async ({
  visit,
  token,
}) => {
  const page = await visit(person);
  const first = { address: "", code: "" };

  await test.step("the certificate lasts no longer than the licence", async () => {
    await open(page, "/certifications/driving-for-work");
    await page.getByRole("link", { name: "Health and safety" }).click();
    await expect(page.getByText(/^Lesson 1 of/)).toBeVisible();
    await ready(page);
    await readToTheEnd(page);
    await open(page, "/certificates");
    await page.getByRole("region", { name: "Valid" }).getByRole("link", { name: CERTIFICATION }).click();
    await ready(page);
    await expect(page.getByRole("article")).toContainText(`Valid until${inWords(inDays(30))}`);
    first.address = new URL(page.url()).pathname;
    first.code = (await page.getByRole("link", { name: /\/verify\// }).innerText()).split("/").at(-1)!;
  });

  await test.step("the manager asks for the renewal in good time", async () => {
    const lead = await visit(manager);
    await open(lead, person.page.replace("/admin/people/", "/team/"));
    await lead.getByRole("link", { name: "Ask for a certification" }).click();
    await expect(lead.getByRole("heading", { level: 1 })).toHaveText(`Asked of ${person.name}`);
    await ready(lead);
    await expectAccessible(lead);
    await lead.getByLabel("Certification", { exact: true }).selectOption({ label: CERTIFICATION });
    await lead.getByLabel("Last day").fill(inDays(20));
    await lead.getByLabel("Reason").fill("Your licence ends next month.");
    await lead.getByRole("button", { name: "Ask for it" }).click();
    await expect(lead.getByText("It is asked for, and")).toBeVisible();
  });

  await test.step("the home page asks for the next licence and for nothing else", async () => {
    await open(page, "/");
    const due = page
      .getByRole("region", { name: "What is due" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: CERTIFICATION }) });
    await expect(due.getByText("Renew", { exact: true })).toBeVisible();
    await expect(due.getByText(/The one that you sent ends on/)).toBeVisible();
    await expect(due.getByText("Completed", { exact: true })).toHaveCount(2);
    await expectAccessible(page);
    await due.getByRole("link", { name: "Driving licence" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Driving licence");
    await ready(page);
    await page.getByLabel("The certificate").setInputFiles(SCAN);
    await page.getByLabel("Issued by").fill("Licensing Authority");
    await page.getByLabel("Number").fill(`${token}-2`);
    await page.getByLabel("Issued on").fill(inDays(-1));
    await page.getByRole("button", { name: "Send it in" }).click();
    await expect(page.getByText(/It is on its way to your manager/)).toBeVisible();
  });

  await test.step("accepted, it renews the certificate", async () => {
    const lead = await visit(manager);
    await open(lead, "/external-certificates");
    await openWaiting(lead);
    await lead.getByRole("button", { name: "Accept it", exact: true }).click();
    await expect(lead.getByText("The certificate is accepted")).toBeVisible();
    await expectRenewed(page);
    await expectAccessible(page);
  });

  await test.step("both count, and the next one is good for a year from now", async () => {
    const [second] = await certificatesOf(page);
    expect(second).not.toBe(first.address);
    await open(page, second!);
    await expect(page.getByRole("article")).not.toContainText(inWords(inDays(30)));
    await expect(page.getByRole("region", { name: "What happened" })).toContainText("Renewed");
    const stranger = await visit();
    const code = (await page.getByRole("link", { name: /\/verify\// }).innerText()).split("/").at(-1)!;
    for (const each of [first.code, code]) {
      await open(stranger, `/verify/${each}`);
      await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("This certificate is valid");
    }
  });
});

async function openWaiting(lead: Page): Promise<void> {
  await lead
    .getByRole("row")
    .filter({ hasText: person.name })
    .getByRole("link", { name: "Driving licence" })
    .click();
  await expect(lead.getByText(`As ${person.name} sent it in.`)).toBeVisible();
  await ready(lead);
}

function certificatesOf(page: Page): Promise<string[]> {
  return page
    .getByRole("region", { name: "Valid" })
    .getByRole("link", { name: CERTIFICATION })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
}

/** Awards are made in the background. */
async function expectRenewed(page: Page): Promise<void> {
  await expect(async () => {
    await open(page, "/certificates");
    expect(await certificatesOf(page)).toHaveLength(2);
  }).toPass();
}

/** From today, as the portal has it. */
function inDays(days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}
