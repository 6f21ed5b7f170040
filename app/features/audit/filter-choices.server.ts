import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { requireAuditReader } from "./audit-policy";
import type { ChoiceName, FilterChoice, FilterChoices } from "./filter-choices";

interface Row extends FilterChoice {
  name: ChoiceName;
}

/** What can be chosen in each filter: one query over eight small tables, because a page has four. */
export async function filterChoices(actor: Actor): Promise<FilterChoices> {
  requireAuditReader(actor);
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'team' AS "name", t."id" AS "value", t."name" || ', ' || r."name" AS "label", t."name" AS "sort", 0 AS "place"
    FROM "Team" t JOIN "Region" r ON r."id" = t."regionId"
    UNION ALL SELECT 'region', "id", "name", "name", 0 FROM "Region"
    UNION ALL SELECT 'role', "id", "name", "name", 0 FROM "JobRole"
    UNION ALL SELECT 'course', "id", "title", "title", 0 FROM "Course" WHERE "currentRevisionId" IS NOT NULL
    UNION ALL SELECT 'test', "id", "title", "title", 0 FROM "Assessment" WHERE "currentRevisionId" IS NOT NULL
    UNION ALL SELECT 'certification', "id", "title", "title", 0 FROM "Certification"
    UNION ALL SELECT 'standard', "id", "title", "id", 0 FROM "Standard"
    UNION ALL SELECT 'clause', "key", "number" || ' ' || "title", "standardId", "position" FROM "Clause"
    ORDER BY "name", "sort", "place", "value"`;
  const choices: Record<ChoiceName, FilterChoice[]> = {
    team: [],
    region: [],
    role: [],
    course: [],
    test: [],
    certification: [],
    standard: [],
    clause: [],
  };
  for (const { name, value, label } of rows) choices[name].push({ value, label });
  return choices;
}
