import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TallyBars, type ShownTally } from "./tally-bars";

const shown = (tally: Partial<ShownTally>) =>
  renderToStaticMarkup(
    <TallyBars tallies={[{ label: "Cases", points: 3, max: 6, ...tally }]} passMark={0.8} />,
  )
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

it.each([
  [{}, "Cases 3 of 6 points, 50%"],
  [{ passMark: 0.5 }, "Cases 3 of 6 points, 50% Minimum of 50% met"],
  [{ passMark: 0.6667 }, "Cases 3 of 6 points, 50% Minimum of 66.67% not met"],
  [
    { pending: 3, passMark: 0.6 },
    "Cases 3 of 6 points so far, 3 points being marked Minimum of 60% not decided yet",
  ],
  [{ pending: 3, passMark: 0.5 }, "Cases 3 of 6 points so far, 3 points being marked Minimum of 50% met"],
  [{ points: 0, pending: 6 }, "Cases 6 points being marked"],
])("shows %j", (tally, text) => expect(shown(tally)).toBe(text));
