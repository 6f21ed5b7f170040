import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "./migrate";

declare module "vitest" {
  interface ProvidedContext {
    sqliteTemplate: string;
    postgresTemplate: string;
  }
}

export default function setup(project: TestProject) {
  const directory = mkdtempSync(path.join(tmpdir(), "attest-sqlite-"));
  const file = path.join(directory, "template.db");
  migrate(`file:${file}`);
  project.provide("sqliteTemplate", file);
  return () => rmSync(directory, { recursive: true, force: true });
}
