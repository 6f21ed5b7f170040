/** Runs the built server over this file's database and opens every route as every kind of visitor. */
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Express } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookiesOf, fixture, type Fixture } from "./fixture";
import { MATRIX, VISITORS, WITHOUT_PAGE, type Access, type Visitor } from "./matrix";

const built = (name: string) => pathToFileURL(path.resolve("build/server", name)).href;

let build: ServerBuild;
let server: Server;
let address: string;
let given: Fixture;
let cookies: Record<Visitor, string>;

beforeAll(async () => {
  if (!existsSync("build/server/attest.js")) throw new Error("Build first: npm run build");
  build = (await import(/* @vite-ignore */ built("index.js"))) as ServerBuild;
  const { createServer } = (await import(/* @vite-ignore */ built("attest.js"))) as {
    createServer: (parts: { build: ServerBuild }) => Express;
  };
  given = await fixture();
  cookies = await cookiesOf(given);
  server = createServer({ build }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server?.close());

async function visit(
  method: "GET" | "POST",
  { path: template, form }: Access,
  cookie: string,
): Promise<string> {
  const place = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => given.names[name]!);
  const response = await fetch(address + place, {
    method,
    redirect: "manual",
    headers: { Cookie: cookie, Origin: address, Accept: "text/html" },
    ...(method === "POST" ? { body: new URLSearchParams(form ? { form } : {}) } : {}),
  });
  await response.arrayBuffer();
  return outcomeOf(response);
}

function outcomeOf({ status, headers }: Response): string {
  if (status === 200) return "open";
  if (status === 404) return "hidden";
  if (status === 410) return "gone";
  if (status === 422 || status === 400) return "wrong";
  if (status >= 300 && status < 400)
    return /^\/login/.test(headers.get("Location") ?? "") ? "sign-in" : "onward";
  return `${status}`;
}

describe("the access matrix", () => {
  it("has a row for every route, and for nothing else", () => {
    const routes = Object.keys(build.routes).filter((id) => !WITHOUT_PAGE.includes(id));
    expect(Object.keys(MATRIX).sort()).toEqual(routes.sort());
  });

  it("says for every route with an action what posting does", () => {
    const silent = Object.entries(build.routes).filter(
      ([id, route]) => route?.module.action && !MATRIX[id]?.post,
    );
    expect(silent.map(([id]) => id)).toEqual([]);
  });

  it("takes nothing that another site sent", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${address}/logout`, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookies.learner, ...headers },
      });
    const statuses = await Promise.all([
      post({ Origin: "https://elsewhere.example" }).then(({ status }) => status),
      post({ Origin: address, "Sec-Fetch-Site": "cross-site" }).then(({ status }) => status),
      post({ Origin: address, "X-Forwarded-Host": "elsewhere.example", "Sec-Fetch-Site": "same-site" }).then(
        ({ status }) => status,
      ),
      post({}).then(({ status }) => status),
    ]);
    expect(statuses).toEqual([403, 403, 403, 403]);
  });

  for (const [id, access] of Object.entries(MATRIX)) {
    for (const [method, row] of [
      ["GET", access.get],
      ["POST", access.post],
    ] as const) {
      if (!row) continue;
      it(`${method} ${access.path} (${id})`, async () => {
        const seen: Record<string, string> = {};
        for (const visitor of VISITORS) {
          if (id === "routes/auth/logout" || id === "routes/learner/attempt")
            cookies = await cookiesOf(given);
          seen[visitor] = await visit(method, access, cookies[visitor]);
        }
        expect(seen).toEqual(row);
      });
    }
  }
});
