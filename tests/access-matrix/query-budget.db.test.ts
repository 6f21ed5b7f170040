/** What a page costs is its queries: each page's number is counted, so that slowness shows without a clock. */
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Express } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookiesOf, fixture, type Fixture } from "./fixture";
import { MATRIX, VISITORS, type Visitor } from "./matrix";

interface CountedDatabase {
  $on(event: "query", count: () => void): void;
}

/** Queries with the session's own. What is not listed may cost as much as a list page. */
const LIST_PAGE = 4;
const BUDGET: Record<string, number> = {
  "routes/learner/home": 8,
  "routes/api/calendar-feed": 5,
  "routes/learner/certificates": 5,
  "routes/learner/certification": 13,
  "routes/manager/asked-certifications": 7,
  "routes/manager/decision": 7,
  "routes/learner/lesson": 3,
  "routes/learner/catalogue": 5,
  "routes/learner/course": 6,
  "routes/learner/assessments": 10,
  "routes/learner/assessment": 10,
  "routes/learner/attempt-result": 17,
  "routes/learner/attempt-appeal": 5,
  "routes/learner/certificate-change": 8,
  "routes/learner/certificate": 6,
  "routes/learner/external-send": 5,
  "routes/learner/external-certificate": 5,
  "routes/learner/certificate-badge": 6,
  "routes/api/badge-status": 4,
  "routes/api/badge-achievement": 1,
  "routes/learner/certificate-pdf": 6,
  "routes/manager/sign-offs": 2,
  "routes/manager/sign-off-new": 3,
  "routes/manager/sign-off-fill": 3,
  "routes/learner/sign-off": 3,
  "routes/learner/sign-off-file": 3,
  "routes/manager/team-member": 10,
  "routes/manager/studio": 7,
  "routes/manager/draft": 7,
  "routes/manager/draft-lesson": 6,
  "routes/manager/draft-publish": 12,
  "routes/manager/draft-preview": 11,
  "routes/manager/draft-export": 6,
  "routes/office/rooms": 6,
  "routes/office/marking-attempt": 15,
  "routes/office/second-marking": 14,
  "routes/office/appeal": 17,
  "routes/office/bank-question": 8,
  "routes/office/bank-export": 5,
  "routes/office/test-settings": 8,
  "routes/office/test": 14,
  "routes/office/test-analysis-csv": 14,
  "routes/office/question": 16,
  "routes/office/regrade": 23,
  "routes/auditor/coverage": 9,
  "routes/auditor/coverage-csv": 5,
  "routes/auditor/audit": 6,
  "routes/auditor/record": 13,
  "routes/auditor/ledger": 5,
  "routes/auditor/curriculum": 3,
  "routes/admin/overview": 6,
  "routes/admin/people": 6,
  "routes/admin/person": 7,
  "routes/admin/accommodations": 7,
  "routes/admin/organisation": 6,
  "routes/admin/reminder-preview": 8,
  "routes/learner/notifications": 8,
};

const built = (name: string) => pathToFileURL(path.resolve("build/server", name)).href;

let server: Server;
let address: string;
let given: Fixture;
let cookies: Record<Visitor, string>;
let queries = 0;
/** What goes past Prisma's client. */
let past = { statements: 0 };

beforeAll(async () => {
  process.env.COUNT_QUERIES = "1";
  const build = (await import(/* @vite-ignore */ built("index.js"))) as ServerBuild;
  const portal = (await import(/* @vite-ignore */ built("attest.js"))) as {
    createServer: (parts: { build: ServerBuild }) => Express;
    db: CountedDatabase;
    hotCount: { statements: number };
  };
  portal.db.$on("query", () => queries++);
  past = portal.hotCount;
  given = await fixture();
  cookies = await cookiesOf(given);
  server = portal.createServer({ build }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server?.close());

async function cost(template: string, visitor: Visitor): Promise<number> {
  const place = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => given.names[name]!);
  const visit = async () => {
    const before = queries + past.statements;
    const response = await fetch(address + place, {
      redirect: "manual",
      headers: { Cookie: cookies[visitor] },
    });
    await response.arrayBuffer();
    return queries + past.statements - before;
  };
  /* What is immutable is read once a process, so the second visit is what a page costs. */
  await visit();
  return visit();
}

describe("the query budget", () => {
  for (const [id, { path: template, get }] of Object.entries(MATRIX)) {
    const allowed = VISITORS.filter((visitor) => get?.[visitor] === "open");
    if (allowed.length === 0) continue;
    it(`${id} costs at most ${BUDGET[id] ?? LIST_PAGE} queries`, async () => {
      const costs: Record<string, number> = {};
      for (const visitor of allowed) costs[visitor] = await cost(template, visitor);
      expect(Math.max(...Object.values(costs))).toBeLessThanOrEqual(BUDGET[id] ?? LIST_PAGE);
    });
  }
});
