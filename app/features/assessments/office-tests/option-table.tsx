import { Check } from "lucide-react";
import { Bar } from "~/ui/bar";
import { Table, Td, Th } from "~/ui/table";
import type { OptionChoice } from "../item-analysis/option-choices";
import { QuestionHtml } from "../questions/question-html";
import { share } from "./figure-words";

interface OptionTableProps {
  options: readonly {
    readonly id: string;
    readonly html: string;
    readonly right: boolean;
    readonly why: string | null;
  }[];
  choices: readonly OptionChoice[];
  lang: string;
}

/** Who chose which option: a wrong one earns its place when people who know less choose it. */
export function OptionTable({ options, choices, lang }: OptionTableProps) {
  const chosen = new Map(choices.map((choice) => [choice.optionId, choice]));
  return (
    <Table caption="Options and who chose them" captionHidden>
      <thead>
        <tr>
          <Th>Option</Th>
          <Th>Chosen by</Th>
          <Th numeric>Of the best third</Th>
          <Th numeric>Of the weakest third</Th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ id, html, right, why }) => {
          const choice = chosen.get(id);
          return (
            <tr key={id}>
              <Th scope="row" className="max-w-96 min-w-56 font-normal">
                <QuestionHtml inline html={html} lang={lang} />
                {right ? (
                  <span className="ml-2 inline-flex items-center gap-1 text-xs font-medium text-valid">
                    <Check aria-hidden className="size-3.5" />
                    Right
                  </span>
                ) : null}
                {why ? <QuestionHtml html={why} lang={lang} className="mt-0.5 text-xs text-muted" /> : null}
              </Th>
              <Td className="min-w-40">
                <span className="tabular-nums">
                  {choice ? `${choice.chosen} (${share(choice.share)})` : "–"}
                </span>
                <Bar value={choice?.share ?? 0} label="Chosen by" tone={right ? "valid" : "accent"} />
              </Td>
              <Td numeric>{share(choice?.topThird ?? null)}</Td>
              <Td numeric>{share(choice?.bottomThird ?? null)}</Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
