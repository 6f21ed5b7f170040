import { Link } from "@remix-run/react";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { RegionWithTeams } from "./organisation-queries.server";

export function RegionTeams({ region: { name, teams } }: { region: RegionWithTeams }) {
  return (
    <Section title={name}>
      {teams.length === 0 ? (
        <p className="text-sm text-muted">No team yet.</p>
      ) : (
        <Table caption={`Teams in ${name}`} captionHidden className="min-w-[36rem]">
          <thead>
            <tr>
              <Th className="w-1/3">Team</Th>
              <Th>Managed by</Th>
              <Th numeric>Members</Th>
              <Th>
                <span className="sr-only">Change</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.id}>
                <Th scope="row">{team.name}</Th>
                <Td>
                  {team.managers.length === 0 ? <span className="text-muted">No one</span> : null}
                  {team.managers.map(({ personId, assignmentId, name: manager }, position) => (
                    <span key={assignmentId}>
                      {position > 0 ? ", " : ""}
                      <Link to={`/admin/people/${personId}`} className="link">
                        {manager}
                      </Link>
                    </span>
                  ))}
                </Td>
                <Td numeric>
                  {team.members === 0 ? (
                    0
                  ) : (
                    <Link
                      to={`/admin/people?team=${team.id}`}
                      className="link"
                      aria-label={`${team.members} members of ${team.name}`}
                    >
                      {team.members}
                    </Link>
                  )}
                </Td>
                <Td className="text-right whitespace-nowrap">
                  <Link
                    to={`?open=manager&team=${team.id}#change`}
                    className="link"
                    aria-label={`Give ${team.name} a manager`}
                  >
                    Give a manager
                  </Link>
                  {" · "}
                  <Link
                    to={`?open=rename&team=${team.id}#change`}
                    className="link"
                    aria-label={`Rename ${team.name}`}
                  >
                    Rename
                  </Link>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
