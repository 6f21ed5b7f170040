/** The certificate as something to keep and to hang up. */
import { expect, type Page } from "@playwright/test";
import { portal } from "./visitor";

/** The browser saves it or shows it; either way it is asked for with the person's session. */
export async function expectPdf(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "PDF" });
  const answer = await page.request.get(`${portal()}${await link.getAttribute("href")}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const bytes = await answer.body();
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.subarray(-8).toString()).toContain("%%EOF");
}

export async function expectPrintsAlone(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article", { name: /^Certificate: / })).toBeVisible();
  await expect(page.getByText("Anyone can check it at").first()).toBeVisible();
  await expect(page.getByRole("navigation").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "What happened" })).toBeHidden();
  const printed = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });
}
