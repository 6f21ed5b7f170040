/** What the company can be relied on for: from all of it down to one person, with the work that must stop. */
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { readCsv } from "./csv";
import { ready } from "./page-ready";
import { auditor, expectRefusals, manager, open, test } from "./visitor";

test("an auditor goes from the company to the region, the team and the person whose work must stop", async ({
  visit,
}) => {
  const page = await visit(auditor);

  await test.step("the company", async () => {
    await page.getByRole("link", { name: "Coverage", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coverage of the company");
    await counted(page);
    await expectRings(page);
    await expectAccessible(page);
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as CSV" }).click();
    const rows = readCsv(readFileSync(await (await saving).path(), "utf8"));
    expect(rows.length).toBeGreaterThanOrEqual(await stopped(page).getByRole("rowheader").count());
  });

  const trail: string[] = ["Coverage"];
  await test.step("a region and a team, each with work that must stop", async () => {
    for (const unit of ["Region", "Team"]) {
      const row = heatMap(page, unit).getByRole("row").filter({ hasText: "lapsed" }).first();
      trail.push(await follow(page, row.getByRole("rowheader").getByRole("link")));
      await expectRings(page);
      await expect(trailOf(page).getByRole("link")).toHaveText(trail.slice(0, -1));
    }
    await expectAccessible(page);
  });

  await test.step("a person, and what they lack", async () => {
    const people = heatMap(page, "Person");
    const person = await follow(page, stopped(page).getByRole("rowheader").getByRole("link").first());
    await expect(people).toHaveCount(1);
    await expect(trailOf(page).getByRole("link")).toHaveText(trail);
    await expectRings(page);
    await expect(stopped(page).getByRole("rowheader")).toHaveText([person]);
    await expect(
      stopped(page)
        .getByText(/^(Overdue|Expired|Revoked|Suspended)$/)
        .first(),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("on a day before anything was asked, nobody was late", async () => {
    await open(page, "/coverage?on=2001-01-01");
    await expect(page.getByText("Nobody has to hold anything here")).toBeVisible();
  });
});

test("a manager sees their own teams, down to each person, and no region", async ({ visit }) => {
  const page = await visit(manager);
  const team = await test.step("their teams", async () => {
    await page.getByRole("link", { name: "Coverage", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coverage of your teams");
    await ready(page);
    await expectRings(page);
    await expectAccessible(page);
    return follow(page, heatMap(page, "Team").getByRole("rowheader").getByRole("link").first());
  });
  await test.step("one of their people", async () => {
    await follow(page, heatMap(page, "Person").getByRole("rowheader").getByRole("link").first());
    await expect(trailOf(page).getByRole("link")).toHaveText(["Coverage", team]);
    await expectRings(page);
    expectRefusals(page, 404);
    expect(await open(page, "/coverage?region=emea")).toBe(404);
  });
  await test.step("the same people on the team's page, with the work that has to pause", async () => {
    await open(page, "/team");
    await page.getByLabel("Team", { exact: true }).selectOption({ label: team });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/\?team=/);
    await ready(page);
    await expect(page.getByRole("region", { name: "Coverage" }).getByRole("img").first()).toBeVisible();
    const people = page.getByRole("region", { name: "People and certifications" });
    let name = "";
    /* The address says which team before the page shows it. */
    await expect(async () => {
      name = await people.getByRole("rowheader").getByRole("link").first().innerText();
      await people.getByRole("link", { name }).click({ timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByRole("table", { name: `Certifications of ${name}` })).toBeVisible();
  });
});

/** Totals are counted in the background, and after a start it takes a while until all are. */
async function counted(page: Page): Promise<void> {
  await expect(async () => {
    await open(page, "/coverage");
    await expect(heatMap(page, "Region").getByText("lapsed").first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 150_000 });
}

/** Each ring says in words what it shows. */
async function expectRings(page: Page): Promise<void> {
  const rings = page.getByRole("main").getByRole("img");
  await expect(rings.first()).toHaveAccessibleName(/: (\d[\d,]* (met|due|lapsed)(, )?)+$/);
}

function heatMap(page: Page, unit: string): Locator {
  return page.getByRole("table", { name: `${unit} by accountability` });
}

function stopped(page: Page): Locator {
  return page.getByRole("table", { name: "Work that must stop, by person" });
}

function trailOf(page: Page): Locator {
  return page.getByRole("navigation", { name: "Breadcrumb" });
}

/** @returns the name that the link leads to */
async function follow(page: Page, link: Locator): Promise<string> {
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Coverage: ${name}`);
  await ready(page);
  return name;
}
