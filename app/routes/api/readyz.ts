import { readiness } from "~/platform/readiness.server";

export async function loader() {
  const state = await readiness();
  const ready = Object.values(state).every((value) => value === "ok");
  return Response.json(state, { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
