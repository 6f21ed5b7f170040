import { Link } from "@remix-run/react";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import type { RuleVersion } from "./rule-queries.server";
import { CHANNEL_WORDS, OCCASION_WORDS, TO_WORDS, toOf, whenWords } from "./rule-words";

export function RuleTable({ rules }: { rules: readonly RuleVersion[] }) {
  return (
    <Table caption="Rules for reminding" captionHidden className="min-w-[44rem]">
      <thead>
        <tr>
          <Th>What</Th>
          <Th>When</Th>
          <Th>Who is told</Th>
          <Th>How</Th>
          <Th>
            <span className="sr-only">Change</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.ruleId}>
            <Th scope="row">
              <span className="mr-2">{OCCASION_WORDS[rule.occasion]}</span>
              {rule.active ? null : <StateBadge state="closed" label="Off" />}
            </Th>
            <Td className="whitespace-nowrap">{whenWords(rule.daysBefore)}</Td>
            <Td>{TO_WORDS[toOf(rule)]}</Td>
            <Td>{CHANNEL_WORDS[rule.channel]}</Td>
            <Td className="text-right">
              <Link
                to={`?rule=${rule.ruleId}#change`}
                className="link"
                aria-label={`Change: ${OCCASION_WORDS[rule.occasion]}, ${whenWords(rule.daysBefore)}`}
              >
                Change
              </Link>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
