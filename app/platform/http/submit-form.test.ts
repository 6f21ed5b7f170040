import { expect, it } from "vitest";
import { Invalid } from "../errors";
import { readFields } from "./submit-form.server";

const sent = (body: string) =>
  readFields(
    new Request("https://attest.invalid/login", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
    }),
  );

it.each([
  "x[4294967294]=1",
  "x[0]=1",
  "__proto__.admin=1",
  "a.constructor.b=1",
  "__intent__=%7B",
  "a.b.c.d.e=1",
  "=1",
])("refuses a form with a field that would be taken for a place in something else: %s", async (body) => {
  await expect(sent(body)).rejects.toThrow(Invalid);
});

it("takes the names that our forms have", async () => {
  const form = await sent("email=a&jobRoles=x&jobRoles=y&q12.8b1808b310=1&was.3=%7B%7D&new-password=z");
  expect(form.getAll("jobRoles")).toEqual(["x", "y"]);
  expect([...form.keys()]).toHaveLength(6);
});
