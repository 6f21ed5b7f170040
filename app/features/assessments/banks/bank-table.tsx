import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";

interface BankTableProps {
  banks: readonly {
    slug: string;
    title: string;
    questions: number;
    withdrawn: number;
    updatedAt: Date | string;
    owner: string | null;
  }[];
  timeZone: string;
}

export function BankTable({ banks, timeZone }: BankTableProps) {
  const owners = banks.some(({ owner }) => owner !== null);
  return (
    <Table caption="Question banks" captionHidden>
      <thead>
        <tr>
          <Th>Bank</Th>
          {owners ? <Th>Whose</Th> : null}
          <Th numeric>Questions</Th>
          <Th numeric>Withdrawn</Th>
          <Th>Changed</Th>
        </tr>
      </thead>
      <tbody>
        {banks.map(({ slug, title, questions, withdrawn, updatedAt, owner }) => (
          <tr key={slug}>
            <Th scope="row">
              <Link to={`/test-office/banks/${slug}`} className="link">
                {title}
              </Link>
            </Th>
            {owners ? <Td>{owner}</Td> : null}
            <Td numeric>{questions}</Td>
            <Td numeric>{withdrawn}</Td>
            <Td className="whitespace-nowrap">
              <DateTime value={updatedAt} timeZone={timeZone} format="relative" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
