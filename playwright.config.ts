import { defineConfig } from "@playwright/test";
import { keepTemporaryFilesInMemory } from "./tests/setup/temporary-folder";

keepTemporaryFilesInMemory();

/** The journeys of every kind of user in a real browser, against the production build with the demo company. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  /* A journey is one test, and machines that test are busy. */
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  globalSetup: "./tests/e2e/start-portal.ts",
  use: {
    headless: true,
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [{ name: "with JavaScript" }, { name: "without JavaScript", use: { javaScriptEnabled: false } }],
});
