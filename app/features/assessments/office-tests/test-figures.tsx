import { Facts } from "~/ui/facts";
import type { Analysis } from "../item-analysis/analyse";
import { reliabilityFigure } from "../item-analysis/findings";
import { FindingList } from "./finding-list";
import { share } from "./figure-words";

interface TestFiguresProps {
  figures: Analysis["test"];
}

/** What the figures say comes before the figures. */
export function TestFigures({ figures }: TestFiguresProps) {
  const { n, mean, standardDeviation, reliability, method, standardError, standardErrorInWords } = figures;
  return (
    <>
      {figures.findings.length > 0 ? (
        <FindingList findings={figures.findings} />
      ) : (
        <p className="max-w-[44rem] text-sm">
          Nothing in the figures of the test as a whole asks for a change.
        </p>
      )}
      <Facts
        items={[
          { label: "Sittings", value: n.toLocaleString("en") },
          { label: "Mean score", value: share(mean) },
          { label: "Spread of scores", value: `${share(standardDeviation)} (standard deviation)` },
          {
            label: "Reliability",
            value: (
              <>
                {reliability ? reliabilityFigure(reliability.value) : "–"}
                <span className="block text-sm text-muted">
                  {method ?? "There is too little to work it out from."} From 0, chance alone, to 1: how far
                  people would come out in the same order in another sitting.
                </span>
              </>
            ),
          },
          {
            label: "Standard error",
            value: (
              <>
                {share(standardError)}
                {standardErrorInWords ? (
                  <span className="block text-sm text-muted">{standardErrorInWords}</span>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
