import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RulesOverTime } from "./rules-over-time";

const first = {
  id: "1",
  number: 1,
  edition: "1",
  publishedAt: new Date("2026-01-02T09:00:00Z"),
  inForceFrom: null as Date | null,
  replaced: false,
  granted: 3,
  valid: 2,
  changes: null as string[] | null,
};
const inForceFrom = new Date("2026-06-01T00:00:00Z");

const shown = (revision: Partial<typeof first>) =>
  renderToStaticMarkup(
    <RulesOverTime
      history={{ revisions: [{ ...first, ...revision }], underWay: [], total: 0, next: null }}
      timeZone="UTC"
      linked={false}
    />,
  )
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

it.each([
  [{}, /Published on 2 \w+ 2026 3 certificates awarded under it, 2 of them valid today The first rules/],
  [{ changes: ["Edition: 1, before 2."] }, /valid today Edition: 1, before 2\./],
  [{ changes: [] }, /valid today The same rules as before/],
  [{ inForceFrom }, /Published on 2 \w+ 2026 , in force from 1 \w+ 2026 3 certificates awarded/],
  [
    { inForceFrom, replaced: true },
    /, to be in force from 1 \w+ 2026 Replaced before it came into force 3 certificates awarded/,
  ],
])("says of a revision %j what became of it", (revision, words) => expect(shown(revision)).toMatch(words));
