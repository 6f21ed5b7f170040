import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkCourses } from "./check-courses.server";

let root: string;
let kept: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "attest-kept-"));
  kept = path.join(root, "cache", "kept.json");
  await mkdir(path.join(root, "courses", "one"), { recursive: true });
  await write("course.yaml", "title: A\nsummary: B\nkind: policy\nlanguage: en\n");
  await write("01-first.mdx", lesson("Text"));
  await write("02-second.mdx", lesson("More text"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const lesson = (body: string) => `---\ntitle: A\nminutes: 1\nsummary: B\n---\n\n${body}\n`;
const write = (name: string, text: string) => writeFile(path.join(root, "courses", "one", name), text);
const texts = async () => {
  const { built } = await checkCourses(root, { kept });
  return built.flatMap(({ lessons }) => lessons.map(({ compiled }) => compiled.text));
};
/** Marks what is kept, so that it shows whether it was used. */
const mark = async () => {
  const text = await readFile(kept, "utf8");
  expect(text).toContain('"text":"Text"');
  await writeFile(kept, text.replace('"text":"Text"', '"text":"Kept"'));
};

it("compiles again what has changed, and nothing else", async () => {
  expect(await texts()).toEqual(["Text", "More text"]);
  await mark();
  await write("02-second.mdx", lesson("Other text"));
  expect(await texts()).toEqual(["Kept", "Other text"]);
  await write("01-first.mdx", lesson("New text"));
  expect(await texts()).toEqual(["New text", "Other text"]);
});

it("holds only what the last check saw, in one file", async () => {
  await texts();
  await write("02-second.mdx", lesson("Other text"));
  await texts();
  expect(await readdir(path.dirname(kept))).toEqual(["kept.json"]);
  expect(JSON.parse(await readFile(kept, "utf8"))).toHaveLength(2);
});

it("does without a file that is damaged, or that cannot be written", async () => {
  await texts();
  await writeFile(kept, "[{");
  expect(await texts()).toEqual(["Text", "More text"]);
  await rm(path.dirname(kept), { recursive: true });
  await writeFile(path.dirname(kept), "in the way");
  expect(await texts()).toEqual(["Text", "More text"]);
});

it("still refuses what is wrong in a lesson that it knows", async () => {
  await write("01-first.mdx", lesson("[next](./second)"));
  expect((await checkCourses(root, { kept })).findings).toEqual([]);
  await rm(path.join(root, "courses", "one", "02-second.mdx"));
  expect((await checkCourses(root, { kept })).findings).toMatchObject([{ message: /no lesson "second"/ }]);
});
