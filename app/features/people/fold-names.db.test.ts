import { expect, it } from "vitest";
import { db, transaction } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import { foldNames } from "./fold-names.server";
import { readPeopleFilter } from "./people-filter";
import { listPeople } from "./people-queries.server";
import { updateDetails } from "./update-details.server";

it("sorts and finds names whatever the accents and the case, also of people from before they were folded", async () => {
  const admin = await givenPerson({ access: "admin" });
  const list = (query: string) => listPeople(admin, readPeopleFilter(new URLSearchParams(query)));
  const namesFor = async (query: string) => (await list(query)).people.map(({ name }) => name);

  for (const name of ["Østby Fold", "de Vries Fold", "Émile Fold", "Zola Fold"])
    await givenPerson({ name, team: "accents" });
  await db.person.updateMany({ where: { name: { endsWith: "Fold" } }, data: { foldedName: "" } });
  expect(await foldNames()).toBe(4);
  expect(await foldNames()).toBe(0);
  expect(await namesFor("team=accents")).toEqual(["de Vries Fold", "Émile Fold", "Østby Fold", "Zola Fold"]);
  expect(await namesFor("q=EMILE")).toEqual(["Émile Fold"]);
  expect(await namesFor("q=ÖSTBY")).toEqual(["Østby Fold"]);
  const { people } = await list("q=østby");
  await transaction((tx) =>
    updateDetails(tx, admin, {
      personId: people[0]!.id,
      name: "Åse Fold",
      email: people[0]!.email,
      employeeNumber: people[0]!.employeeNumber,
      reason: "Married",
    }),
  );
  expect(await namesFor("team=accents&order=desc")).toEqual([
    "Zola Fold",
    "Émile Fold",
    "de Vries Fold",
    "Åse Fold",
  ]);
});
