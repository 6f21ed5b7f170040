/** Who issues the certificates: the company in content/company.yaml, else the portal's host. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { env } from "~/platform/env.server";

const company = z.object({ name: z.string().trim().min(1).max(120) });
let known: Promise<string> | undefined;

export function issuerName(): Promise<string> {
  return (known ??= readName());
}

async function readName(): Promise<string> {
  const source = await readFile(path.resolve("content/company.yaml"), "utf8").catch(() => "");
  const parsed = company.safeParse(source ? parse(source) : null);
  return parsed.success ? parsed.data.name : new URL(env.BASE_URL).hostname;
}
