import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** The one place that says in which order features may know each other: each imports only those before it. */
const FEATURE_ORDER = [
  "ledger",
  "people",
  "auth",
  "content",
  "publishing",
  "learning",
  "assessments",
  "certifications",
  "standards",
  "audit",
  "notifications",
  "integrations",
];
const BANNED_NAMES = /^(utils?|helpers?|common|lib|misc|shared|index)$/;
/** Composition roots: they put features together and so may import anything but routes. */
const ROOTS = /^app\/(cli|demo)\/|^app\/[^/]+\.tsx?$/;

interface Import {
  file: string;
  target: string;
}

const files = below("app").filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"));
const imports = files.flatMap(importsOf);

function below(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const entry = path.join(folder, name);
    return statSync(entry).isDirectory() ? below(entry) : [entry];
  });
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const specifiers = source.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g);
  return [...specifiers].flatMap(([, specifier]) => {
    if (specifier!.startsWith("~/")) return { file, target: path.join("app", specifier!.slice(2)) };
    if (specifier!.startsWith(".")) return { file, target: path.join(path.dirname(file), specifier!) };
    return [];
  });
}

function layerOf(file: string): string {
  return /^app\/(routes|features|platform|ui)\//.exec(file)?.[1] ?? (ROOTS.test(file) ? "root" : "unknown");
}

function featureOf(file: string): string | undefined {
  return /^app\/features\/([^/]+)/.exec(file)?.[1];
}

/** Pairs that break a rule, as readable lines. */
function offenders(rule: (found: Import) => boolean): string[] {
  return imports.filter(rule).map(({ file, target }) => `${file} imports ${target}`);
}

describe("layers", () => {
  it("place every file in a known layer", () => {
    expect(files.filter((file) => layerOf(file) === "unknown")).toEqual([]);
  });

  it("let nothing import routes", () => {
    expect(offenders(({ target }) => target.startsWith("app/routes/"))).toEqual([]);
  });

  it("let platform and ui know no feature", () => {
    const inner = (file: string) => ["platform", "ui"].includes(layerOf(file));
    expect(offenders(({ file, target }) => inner(file) && target.startsWith("app/features/"))).toEqual([]);
  });

  it("let ui know nothing but itself, and values that platform shares with the browser", () => {
    const fromUi = ({ file }: Import) => layerOf(file) === "ui";
    expect(
      offenders((found) => fromUi(found) && !/^app\/(ui|platform\/[^/]+(?<!\.server))/.test(found.target)),
    ).toEqual([]);
  });

  it("let only feature UI and routes import ui", () => {
    const ui = ({ file, target }: Import) =>
      target.startsWith("app/ui/") &&
      layerOf(file) === "features" &&
      !/\.tsx$/.test(file) &&
      !/\.client\./.test(file);
    expect(offenders(ui)).toEqual([]);
  });
});

describe("features", () => {
  it("are all in the order", () => {
    const folders = readdirSync("app/features");
    expect(folders.filter((name) => !FEATURE_ORDER.includes(name))).toEqual([]);
  });

  it("import only features before them", () => {
    const rank = (file: string) => FEATURE_ORDER.indexOf(featureOf(file) ?? "");
    const backwards = ({ file, target }: Import) =>
      featureOf(file) !== undefined && featureOf(target) !== undefined && rank(target) > rank(file);
    expect(offenders(backwards)).toEqual([]);
  });
});

describe("files", () => {
  it("have names that say what they are for", () => {
    const banned = [
      ...files.map((file) => path.basename(file).split(".")[0]!),
      ...files.map((f) => path.basename(path.dirname(f))),
    ].filter((name) => BANNED_NAMES.test(name));
    expect(banned).toEqual([]);
  });

  it("make a Prisma client in one place", () => {
    const makers = files.filter((file) =>
      /new \w*(?:Prisma|Postgres)Client\b/.test(readFileSync(file, "utf8")),
    );
    expect(makers).toEqual(["app/platform/db/client.server.ts"]);
  });

  it("keep the database out of routes", () => {
    expect(
      offenders(({ file, target }) => file.startsWith("app/routes/") && /platform\/db\//.test(target)),
    ).toEqual([]);
  });

  it("begin every loader and action by finding the actor, but for the pages that need none", () => {
    const open =
      /^app\/routes\/(api\/|auth\/(login|forgot-password|set-password|demo-mail|logout)|learner\/verify|public-layout|not-found)/;
    const missing = files
      .filter((file) => file.startsWith("app/routes/") && !open.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(file, "utf8").matchAll(
            /export async function (loader|action)\([^)]*\)[^{]*\{\s*([^\n]*)/g,
          ),
        ]
          .filter(([, , first]) => !/(requireActor|optionalActor)\(/.test(first!))
          .map(([, name]) => `${file} ${name}`),
      );
    expect(missing).toEqual([]);
  });

  it("stay small, and the longest are named", () => {
    const lengths = files
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length }))
      .sort((a, b) => b.lines - a.lines);
    console.log(
      lengths
        .slice(0, 8)
        .map(({ file, lines }) => `${lines} ${file}`)
        .join("\n"),
    );
    expect(lengths[Math.floor(lengths.length / 2)]!.lines).toBeLessThan(90);
    expect(lengths.filter(({ lines }) => lines > 250).length).toBeLessThanOrEqual(3);
    expect(lengths.filter(({ file, lines }) => file.startsWith("app/routes/") && lines > 170)).toEqual([]);
  });
});
