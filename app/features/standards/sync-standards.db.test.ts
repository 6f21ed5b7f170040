import { describe, expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { syncFiles } from "../../../tests/setup/given-certification";
import { clauseLabels } from "./standard-queries.server";
import { syncStandards } from "./sync-standards.server";

const clause = (number: string, title = `Title ${number}`) => ({
  number,
  title,
  summary: `Summary ${number}`,
});
const standard = {
  id: "iso-9001",
  edition: "2015",
  title: "Quality management systems",
  summary: "Own words.",
  clauses: [clause("7"), clause("7.2"), clause("10")],
};

const standardIds = async () => (await db.standard.findMany({ select: { id: true } })).map(({ id }) => id);
const sync = (files: Record<string, string | object>) => syncFiles(files, syncStandards);

describe("standards from content", () => {
  it("keep the order of the document and label clauses", async () => {
    expect(await sync({ "standards/iso-9001-2015.yaml": standard })).toEqual([]);
    const clauses = await db.clause.findMany({ orderBy: { position: "asc" } });
    expect(clauses.map(({ standardId, number }) => [standardId, number])).toEqual([
      ["iso-9001:2015", "7"],
      ["iso-9001:2015", "7.2"],
      ["iso-9001:2015", "10"],
    ]);
    const labels = await clauseLabels(["iso-9001:2015/7.2", "iso-9001:2015/99"]);
    expect([...labels.keys()]).toEqual(["iso-9001:2015/7.2"]);
    expect(labels.get("iso-9001:2015/7.2")!.label).toBe("ISO 9001:2015, 7.2 Title 7.2");
  });

  it("take new words, and never remove a clause that evidence may name", async () => {
    await sync({ "standards/iso-9001-2015.yaml": { ...standard, clauses: [clause("7.2", "Competence")] } });
    const clauses = await db.clause.findMany({
      orderBy: { key: "asc" },
      select: { number: true, title: true },
    });
    expect(clauses).toEqual([
      { number: "10", title: "Title 10" },
      { number: "7", title: "Title 7" },
      { number: "7.2", title: "Competence" },
    ]);
  });

  it("report a file that is wrong and bring in the others", async () => {
    const findings = await sync({
      "standards/a.yaml": { ...standard, id: "iso-1", clauses: [clause("1"), clause("1")] },
      "standards/b.yaml": "title: only",
      "standards/c.yaml": { ...standard, id: "iso-3" },
    });
    expect(new Set(findings.map(({ file }) => file))).toEqual(
      new Set(["standards/a.yaml", "standards/b.yaml"]),
    );
    expect(findings[0]).toMatchObject({ file: "standards/b.yaml" });
    expect(await standardIds()).toContain("iso-3:2015");
    expect(await standardIds()).not.toContain("iso-1:2015");
  });
});
