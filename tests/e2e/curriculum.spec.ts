import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { ready } from "./page-ready";
import { administrator, associate, auditor, expectRefusals, manager, open, test } from "./visitor";

const ROLES = ["Account Executive", "Customer Service Associate", "Regional Sales Manager"];

test("an auditor sees what shows each accountability of each job role, without a gap", async ({ visit }) => {
  const page = await visit(auditor);
  await page.getByRole("link", { name: "Curriculum", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Curriculum");
  await ready(page);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(ROLES);
  await expect(page.getByText("Gap:")).toHaveCount(0);
  await expectAccessible(page);

  await test.step("a duty with its certifications, courses, test, clause and reason", async () => {
    const desk = page.getByRole("region", { name: "Customer Service Associate", exact: true });
    const certified = desk.getByRole("row").filter({ hasText: "It lays quotations and orders side by side" });
    await expect(certified.getByRole("cell").first()).toContainText("Order desk practitioner");
    await expect(certified.getByRole("link", { name: "Order management" })).toBeVisible();
    await expect(certified.getByRole("cell").nth(2)).toContainText("Test: ");
    await expect(certified.getByRole("cell").nth(3)).toContainText("ISO 9001:2015, 8.2.3");
  });

  await test.step("quota is shown by what no test can show", async () => {
    const executive = page.getByRole("region", { name: "Account Executive", exact: true });
    await expect(executive).toContainText("5 accountabilities: 4 shown by certifications. 1 by evidence");
    await expect(executive).toContainText("Shown by: The quarterly sales report");
  });

  await test.step("one job role by itself", async () => {
    const roles = page.getByRole("navigation", { name: "Job role" });
    await roles.getByRole("link", { name: "Regional Sales Manager" }).click();
    await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([ROLES[2]!]);
    await expect(page).toHaveURL(/role=regional-sales-manager/);
    await ready(page);
    await expectAccessible(page);
    await open(page, "/curriculum?role=nobody");
    await expect(page.getByText("There is no such job role")).toBeVisible();
    await expectAccessible(page);
  });
});

test("a manager and an administrator may open it, and an associate may not", async ({ visit }) => {
  for (const account of [manager, administrator]) {
    const page = await visit(account);
    await page.getByRole("link", { name: "Curriculum", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Curriculum");
    await ready(page);
  }
  const page = await visit(associate);
  await expect(page.getByRole("link", { name: "Curriculum", exact: true })).toHaveCount(0);
  expectRefusals(page, 404);
  expect(await open(page, "/curriculum")).toBe(404);
});
