/** Takes the README's picture of a running demo: `npm run demo`, then `npm run picture [-- ADDRESS]`. */
import { statSync } from "node:fs";
import { chromium } from "@playwright/test";

const FILE = "docs/portal.png";
const MOST_BYTES = 300_000;
const address = process.argv[2] ?? "http://localhost:3000";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
await page.goto(`${address}/login`);
await page.getByLabel("E-mail").fill("auditor@demo.example");
await page.getByLabel("Password").fill("attest-demo");
await page.getByRole("button", { name: "Sign in", exact: true }).click();
await page.waitForURL((url) => url.pathname !== "/login");
await page.goto(`${address}/coverage?role=customer-service-associate`, { waitUntil: "networkidle" });
await page.screenshot({ path: FILE });
await browser.close();

const { size } = statSync(FILE);
console.log(`${FILE}: ${size} bytes`);
if (size > MOST_BYTES) {
  console.error(`That is more than ${MOST_BYTES}.`);
  process.exit(1);
}
