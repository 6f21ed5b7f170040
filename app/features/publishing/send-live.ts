/** One message of the editor to the server. Never throws: being offline or signed out is something to show, not to fail on. */
import type { LiveAnswer } from "./live-answer";

export type LiveResult =
  LiveAnswer | { readonly kind: "unreachable" } | { readonly kind: "signed-out" } | { readonly kind: "gone" };

export async function sendLive(
  address: string,
  fields: Record<string, string>,
  signal?: AbortSignal,
): Promise<LiveResult> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json" },
      redirect: "manual",
      ...(signal ? { signal } : {}),
    });
    /* The one redirect that the server answers with leads to the sign-in page. */
    if (response.type === "opaqueredirect") return { kind: "signed-out" };
    if (!response.headers.get("Content-Type")?.startsWith("application/json"))
      return { kind: response.status === 404 ? "gone" : "unreachable" };
    return (await response.json()) as LiveAnswer;
  } catch {
    return { kind: "unreachable" };
  }
}
