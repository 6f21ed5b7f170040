/** The content as it was when the portal opened: everything to learn was there, and few certifications were required. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";

const REQUIRED_AT_FIRST = new Set([
  "service-associate-foundation",
  "sales-process-practitioner",
  "iso-9001-awareness",
]);

interface Role {
  accountabilities: { requires: { certification: string }[]; evidence?: string }[];
}

export async function withFoundingContent<T>(root: string, run: (root: string) => Promise<T>): Promise<T> {
  const founding = await mkdtemp(path.join(tmpdir(), "attest-founding-"));
  try {
    for (const entry of await readdir(root))
      if (entry !== "roles" && entry !== "certifications")
        await symlink(path.join(root, entry), path.join(founding, entry));
    await mkdir(path.join(founding, "certifications"));
    for (const file of await readdir(path.join(root, "certifications"))) {
      const from = path.join(root, "certifications", file);
      /* Nobody had written a course in the studio yet. */
      if (!(await readFile(from, "utf8")).includes("origin: studio"))
        await symlink(from, path.join(founding, "certifications", file));
    }
    await mkdir(path.join(founding, "roles"));
    for (const file of await readdir(path.join(root, "roles"))) {
      const role = parse(await readFile(path.join(root, "roles", file), "utf8")) as Role;
      for (const duty of role.accountabilities)
        duty.requires = duty.requires.filter(({ certification }) => REQUIRED_AT_FIRST.has(certification));
      await writeFile(path.join(founding, "roles", file), stringify(role));
    }
    return await run(founding);
  } finally {
    await rm(founding, { recursive: true, force: true });
  }
}
