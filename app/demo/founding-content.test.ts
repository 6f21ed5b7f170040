import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { checkJobRoles } from "~/features/people/sync-job-roles.server";
import { courseSlugs } from "~/features/content/course-folder.server";
import { withFoundingContent } from "./founding-content.server";

it("has all courses and roles, and asks for no more than the first certifications", async () => {
  let was = "";
  const required = await withFoundingContent(path.resolve("content"), async (root) => {
    was = root;
    expect(await courseSlugs(root)).toEqual(await courseSlugs("content"));
    expect(await checkJobRoles(root)).toEqual({ findings: [], jobRoles: 3 });
    const role = await readFile(path.join(root, "roles/customer-service-associate.yaml"), "utf8");
    return [...role.matchAll(/certification: (\S+)/g)].map(([, id]) => id);
  });
  expect([...new Set(required)].sort()).toEqual(["iso-9001-awareness", "service-associate-foundation"]);
  expect(existsSync(was)).toBe(false);
});
