/* The browser tests need a real Chromium: one that is there, or Debian's, or the test tool's own download. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Returns the browser's path, or calls `stop` with what to do. */
export function findOrInstallChromium(stop) {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : stop(`CHROMIUM_PATH names ${given}, which does not exist.`);
  return (
    find() ??
    (install() && find()) ??
    stop(
      "The browser tests need Chromium, and none was found or could be installed. Install it (on Debian or Ubuntu: " +
        "apt-get install chromium), or name one with CHROMIUM_PATH, and run npm test again.",
    )
  );
}

function find() {
  return PLACES.find(existsSync) ?? downloaded() ?? null;
}

function downloaded() {
  const folder = path.join(homedir(), ".cache", "ms-playwright");
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((name) => name.startsWith("chromium-"))
    .map((name) => path.join(folder, name, "chrome-linux", "chrome"))
    .find(existsSync);
}

function install() {
  console.log("Installing Chromium for the browser tests …");
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    spawnSync("apt-get", ["update", "-qq"], quiet);
    const { status } = spawnSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
      quiet,
    );
    if (status === 0) return true;
  }
  return spawnSync("npx", ["playwright", "install", "chromium"], { ...quiet, timeout: 300_000 }).status === 0;
}
