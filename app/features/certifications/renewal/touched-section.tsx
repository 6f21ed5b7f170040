import { Link } from "@remix-run/react";
import { type ChangeKind, changeKindNames, changeKinds } from "~/features/content/revisions/change-kinds";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { Table, Td, Th } from "~/ui/table";
import type { TouchedCounts } from "./touched-counts";
import { askedWords, peopleWords, whenAsked } from "./touched-words";

interface TouchedSectionProps {
  touched: {
    certifications: readonly { title: string; ends: boolean }[];
    counts: TouchedCounts;
    people: readonly {
      id: string;
      name: string;
      team: string;
      certified: boolean;
      asked: Parameters<typeof askedWords>[0];
      lessons: number;
      already: boolean;
    }[];
    next: string | null;
  };
  /** The kind that the list is for. */
  kind: ChangeKind;
  furtherOn: boolean;
}

/** Whom the revision touches, and what each kind of it would ask of them. */
export function TouchedSection({ touched, kind, furtherOn }: TouchedSectionProps) {
  const { certifications, counts, people, next } = touched;
  if (counts.people === 0)
    return (
      <Section title="Whom it touches">
        <p className="text-sm">Nobody has begun or completed this course yet.</p>
      </Section>
    );
  return (
    <Section title="Whom it touches" id="touched" description={whenAsked(certifications)}>
      <Facts
        items={[
          { label: "Completed it", value: peopleWords(counts.completed) },
          { label: "Certified on it", value: peopleWords(counts.certified) },
          { label: "In the middle of it", value: peopleWords(counts.underway) },
          ...(counts.behind > 0
            ? [{ label: "Owe something of earlier revisions", value: peopleWords(counts.behind) }]
            : []),
        ]}
      />
      <Table caption="How many of those who completed the course each kind of revision asks anew, beside what they owe already">
        <thead>
          <tr>
            <Th>Kind</Th>
            <Th>Nothing more</Th>
            <Th>The changes</Th>
            <Th>All of it</Th>
          </tr>
        </thead>
        <tbody>
          {changeKinds.map((each) => (
            <tr key={each}>
              <Th scope="row">
                {each === kind ? (
                  <span aria-current="true">{changeKindNames[each]}, listed below</span>
                ) : (
                  <Link to={`?as=${each}#touched`} preventScrollReset className="link">
                    {changeKindNames[each]}
                  </Link>
                )}
              </Th>
              <Td className="tabular-nums">{counts.byKind[each].keep}</Td>
              <Td className="tabular-nums">{counts.byKind[each].delta}</Td>
              <Td className="tabular-nums">{counts.byKind[each].full}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table caption="By team">
        <thead>
          <tr>
            <Th>Team</Th>
            <Th>People</Th>
            <Th>Certified on it</Th>
          </tr>
        </thead>
        <tbody>
          {counts.byTeam.map(({ team, people: members, certified }) => (
            <tr key={team}>
              <Th scope="row">{team || "No team"}</Th>
              <Td className="tabular-nums">{members}</Td>
              <Td className="tabular-nums">{certified}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table
        caption={`Who they are, and what a revision of the kind ${changeKindNames[kind].toLowerCase()} asks`}
      >
        <thead>
          <tr>
            <Th>Person</Th>
            <Th className="max-sm:hidden">Team</Th>
            <Th>Certified on it</Th>
            <Th>Asked</Th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, team, certified, asked, lessons, already }) => (
            <tr key={id}>
              <Th scope="row">
                {name}
                <span className="block font-normal text-muted sm:hidden">{team || "No team"}</span>
              </Th>
              <Td className="max-sm:hidden">{team || "No team"}</Td>
              <Td>{certified ? "Yes" : "No"}</Td>
              <Td>{askedWords(asked, lessons, already)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager
        first={furtherOn ? `?as=${kind}#touched` : null}
        next={next ? `?as=${kind}&after=${next}#touched` : null}
      />
    </Section>
  );
}
