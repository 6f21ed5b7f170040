/** Lighthouse's scores of five pages of a running demo: `npm run demo`, then `npm run lighthouse [-- ADDRESS]`. */
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "../tests/setup/free-port";
import { HttpClient } from "./portal/http-client";

const address = process.argv[2] ?? "http://localhost:3000";
const PAGES: [string, string | null][] = [
  ["/login", null],
  ["/", "associate"],
  ["/courses/meridian-spectrophotometers/what-meridian-does", "associate"],
  ["/assessments/iso-9001-awareness", "associate"],
  ["/audit/records", "auditor"],
];
const CATEGORIES = ["accessibility", "best-practices", "performance"];

const port = await freePort();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
});
for (const [page, account] of PAGES) {
  const headers: Record<string, string> = account ? { Cookie: await sessionOf(account) } : {};
  const result = await lighthouse(address + page, {
    port,
    onlyCategories: CATEGORIES,
    extraHeaders: headers,
    formFactor: "desktop",
    screenEmulation: { disabled: true },
    throttling: {
      rttMs: 40,
      throughputKbps: 10_240,
      cpuSlowdownMultiplier: 1,
      requestLatencyMs: 0,
      downloadThroughputKbps: 0,
      uploadThroughputKbps: 0,
    },
  });
  const { categories, audits } = result!.lhr;
  const scores = CATEGORIES.map((id) => `${id} ${Math.round((categories[id]!.score ?? 0) * 100)}`);
  console.log(`${page.padEnd(60)} ${scores.join(", ")}`);
  const failed = CATEGORIES.filter((id) => id !== "performance").flatMap((id) =>
    categories[id]!.auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id]!.score === 0).map(
      (ref) => ref.id,
    ),
  );
  if (failed.length > 0) console.log(`  not met: ${failed.join(", ")}`);
}
await browser.close();

async function sessionOf(account: string): Promise<string> {
  const client = new HttpClient(address);
  await client.post("/login", [
    ["email", `${account}@demo.example`],
    ["password", "attest-demo"],
  ]);
  client.close();
  return client.session;
}
