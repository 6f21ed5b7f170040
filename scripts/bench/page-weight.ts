/** What a browser that has never been here fetches for a page, as it comes over the wire. */
import { chromium } from "@playwright/test";

export interface PageWeight {
  requests: number;
  /** Bytes with their compression, by kind; headers not counted. */
  html: number;
  js: number;
  css: number;
  other: number;
}

const KINDS: Record<string, keyof PageWeight> = { Document: "html", Script: "js", Stylesheet: "css" };

export async function measurePage(url: string, cookie: string, executablePath: string): Promise<PageWeight> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const context = await browser.newContext();
    const [name, value] = cookie.split("=");
    await context.addCookies([{ name: name!, value: value!, url }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const kinds = new Map<string, keyof PageWeight>();
    const headers = new Map<string, number>();
    const weight: PageWeight = { requests: 0, html: 0, js: 0, css: 0, other: 0 };
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      kinds.set(requestId, /javascript/.test(response.mimeType) ? "js" : (KINDS[type] ?? "other"));
      headers.set(requestId, response.encodedDataLength);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      weight.requests++;
      weight[kinds.get(requestId) ?? "other"] += encodedDataLength - (headers.get(requestId) ?? 0);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return weight;
  } finally {
    await browser.close();
  }
}
