/** Browsers of people on the way through the portal. Whatever a browser complains about fails the journey. */
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { ready } from "./page-ready";

export interface Account {
  email: string;
  password: string;
}

const PASSWORD = "attest-demo";
const NO_CONNECTION = 0;
export const associate: Account = { email: "associate@demo.example", password: PASSWORD };
export const executive: Account = { email: "executive@demo.example", password: PASSWORD };
export const manager: Account = { email: "rsm@demo.example", password: PASSWORD };
export const auditor: Account = { email: "auditor@demo.example", password: PASSWORD };
export const administrator: Account = { email: "admin@demo.example", password: PASSWORD };

/** A browser of its own: signed in as `account`, or a stranger's. */
export type Visit = (account?: Account) => Promise<Page>;

interface Fixtures {
  visit: Visit;
  /** Tells this company's people and courses from those of other journeys and of earlier runs. */
  token: string;
}

const complaints = new WeakMap<BrowserContext, string[]>();
const refusals = new WeakMap<BrowserContext, Set<number>>();

export const test = base.extend<Fixtures>({
  visit: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (account) => {
      const context = await browser.newContext({ baseURL: portal(), reducedMotion: "reduce" });
      contexts.push(context);
      watch(context);
      const page = await context.newPage();
      if (account) await signIn(page, account);
      return page;
    });
    const heard = contexts.flatMap((context) => complaints.get(context) ?? []);
    await Promise.all(contexts.map((context) => context.close()));
    expect(heard, "what the browsers complained about").toEqual([]);
  },
  token: async ({ browserName: _ }, use) => {
    const letters = Math.floor(Math.random() * 26 ** 6)
      .toString(26)
      .padStart(6, "0");
    /* Letters alone: a name with digits in it would look like no name. */
    await use([...letters].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join(""));
  },
});

export function portal(): string {
  const address = process.env.PORTAL;
  if (!address) throw new Error("start-portal.ts has not run.");
  return address;
}

/** A browser writes an answer of 4xx into its console. Where the journey is about such an answer, it is expected. */
export function expectRefusals(page: Page, ...statuses: number[]): void {
  const expected = refusals.get(page.context());
  for (const status of statuses) expected?.add(status);
}

export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  if (!page.url().includes("/login")) await open(page, "/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
  await ready(page);
}

/** For a journey that loses its connection on the way. */
export function expectNoConnection(page: Page): void {
  refusals.get(page.context())?.add(NO_CONNECTION);
}

/** Types an address into the browser. */
export async function open(page: Page, address: string): Promise<number> {
  const response = await page.goto(address);
  await ready(page);
  return response?.status() ?? 0;
}

function watch(context: BrowserContext): void {
  const heard: string[] = [];
  const expected = new Set<number>();
  complaints.set(context, heard);
  refusals.set(context, expected);
  context.on("weberror", (error) => heard.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
    if (status && expected.has(Number(status))) return;
    if (expected.has(NO_CONNECTION) && message.text().includes("ERR_INTERNET_DISCONNECTED")) return;
    heard.push(`${message.page()?.url()}: ${message.text()}`);
  });
}
