import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { joinTeam, newPerson } from "./people";
import { administrator, expectRefusals, manager, open, signIn, test } from "./visitor";

const SCAN = {
  name: "licence.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};
const LIE = { name: "licence.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script></script>") };

test("a statement is accepted word for word, and a licence is sent in and checked", async ({
  visit,
  token,
}) => {
  const person = await newPerson(visit, `Dora ${token}`, ["Account Executive"]);
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
    await open(page, "/external-certificates/send/driving-for-work/driving-licence");
    await expectAccessible(page);
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
    await open(lead, "/external-certificates");
    await expectAccessible(lead);
    await lead
      .getByRole("row")
      .filter({ hasText: person.name })
      .getByRole("link", { name: "Driving licence" })
      .click();
    await expect(lead.getByText(`As ${person.name} sent it in.`)).toBeVisible();
    await ready(lead);
    await expectAccessible(lead);
    await lead.getByLabel("Last day (empty: does not end)").fill("2035-03-03");
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
    await open(page, "/external-certificates/send/driving-for-work/driving-licence");
    await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
    await expect(page.getByText("The year was misread.")).toBeVisible();
    await expectAccessible(page);
  });
});
