import { cp, mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { writeTenQuestions } from "./ten-questions";

/**
 * Everything that the built portal looks for in its working directory: the product as it is, and the content with two
 * more tests.
 */
export async function stagePortal(directory: string): Promise<string> {
  const stage = path.join(directory, "portal");
  await mkdir(stage, { recursive: true });
  for (const name of ["bin", "build", "node_modules", "package.json", "prisma", "prisma.config.ts", "public"])
    await symlink(path.resolve(name), path.join(stage, name));
  await cp("content", path.join(stage, "content"), { recursive: true });
  await writeTenQuestions(path.join(stage, "content"));
  return stage;
}
