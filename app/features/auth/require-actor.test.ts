import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { requireActor } from "./require-actor.server";

function visit(path: string, method: string, actor: Partial<Actor> | null): LoaderFunctionArgs {
  const request = new Request(`http://localhost${path}`, { method });
  const context = {
    nonce: "",
    requestId: "",
    address: "",
    actor: () => Promise.resolve(actor as Actor | null),
    staticHtml: null,
    drained: () => Promise.resolve(true),
  };
  return { request, context, params: {} };
}

const refusal = (args: LoaderFunctionArgs) =>
  requireActor(args).catch((thrown: unknown) => thrown as Response);

describe("requireActor", () => {
  it.each([
    ["/audit/records?q=a%26b", "GET", "/login?next=%2Faudit%2Frecords%3Fq%3Da%2526b"],
    ["/account?done=theme", "POST", "/login?next=%2Faccount&ended=1"],
    ["/", "HEAD", "/login?next=%2F"],
  ])("sends a visitor of %s (%s) to sign in", async (path, method, address) => {
    const response = (await refusal(visit(path, method, null))) as Response;
    expect([response.status, response.headers.get("Location")]).toEqual([302, address]);
  });

  it("hides a page from who lacks the access, and lets the others in", async () => {
    const auditor = { access: ["auditor"] } as const;
    await expect(requireActor(visit("/admin", "GET", auditor), "admin")).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(requireActor(visit("/audit", "GET", auditor), "auditor")).resolves.toBe(auditor);
  });
});
