import { expect, it } from "vitest";
import { whatWasDone } from "./what-was-done";

it("says in words what an address tells, and nothing for what no form leads to", () => {
  const said = (search: string) =>
    whatWasDone(new Request(`https://attest.example/admin${search}`), { saved: "Saved." });
  expect(said("?done=saved")).toBe("Saved.");
  for (const search of [
    "",
    "?done=",
    "?done=other",
    "?done=constructor",
    "?done=__proto__",
    "?done=toString",
  ])
    expect(said(search), search).toBeNull();
});
