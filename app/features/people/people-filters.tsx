import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import type { OrganisationNames } from "./organisation-names.server";
import type { PeopleFilter } from "./people-filter";

const STATES = [
  { value: "here", label: "Working here" },
  { value: "invited", label: "Invitation open" },
  { value: "left", label: "Left" },
  { value: "all", label: "Everyone" },
];

export function PeopleFilters({ filter, names }: { filter: PeopleFilter; names: OrganisationNames }) {
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form
      method="get"
      role="search"
      aria-label="People"
      key={JSON.stringify(filter)}
      className="grid grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] items-end gap-3"
    >
      <TextField
        label="Search"
        type="search"
        name="q"
        placeholder="Name, e-mail or number"
        defaultValue={filter.q}
      />
      <SelectField
        label="Region"
        name="region"
        placeholder="All regions"
        defaultValue={filter.region}
        options={options(names.regions)}
      />
      <SelectField
        label="Team"
        name="team"
        placeholder="All teams"
        defaultValue={filter.team}
        options={options(names.teams)}
      />
      <SelectField
        label="Job role"
        name="job-role"
        placeholder="All job roles"
        defaultValue={filter.jobRole}
        options={options(names.jobRoles)}
      />
      <SelectField label="State" name="state" defaultValue={filter.state} options={STATES} />
      {filter.order === "desc" ? <input type="hidden" name="order" value="desc" /> : null}
      <div className="flex items-center gap-3">
        <Button variant="secondary">Show</Button>
        <Link to="/admin/people" className="link text-sm">
          Clear
        </Link>
      </div>
    </Form>
  );
}
