import type { Access } from "./actor";

/** What each access is called, and what it opens. */
export const ACCESS_WORDS: Record<Access, { name: string; opens: string }> = {
  manager: { name: "Manager", opens: "Their teams' coverage, and the studio" },
  auditor: { name: "Auditor", opens: "All completion records and the ledger" },
  admin: { name: "Administrator", opens: "People, organisation and access" },
};
