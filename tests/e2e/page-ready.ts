import { expect, test, type Page } from "@playwright/test";

/** Whether the journeys are run with JavaScript; each is run both ways. */
export function scripted(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/**
 * Waits until the page is whole: without JavaScript until all of it has come, with it until React has taken it over, so
 * that what is clicked next is answered by the script and not by the server.
 */
export async function ready(page: Page): Promise<void> {
  if (!scripted()) return page.waitForLoadState();
  const taken = () => Object.keys(document.body).some((key) => key.startsWith("__reactFiber$"));
  await expect.poll(() => page.evaluate(taken).catch(() => false)).toBe(true);
}
