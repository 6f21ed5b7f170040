import { expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import { mailPerson } from "./mail-person.server";

it("is written until the person has left, and not after that", async () => {
  const { personId, name, email } = await givenPerson();
  const write = () =>
    transaction((tx) => mailPerson(tx, personId, (person) => ({ subject: "Hello", text: person.name })));
  const mails = async () =>
    (await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } })).map(
      ({ payload }) => JSON.parse(payload) as unknown,
    );
  const leftAt = new Date(now().getTime() + 1_000);
  await db.person.update({ where: { id: personId }, data: { leftAt }, select: { id: true } });
  expect(await write()).toBe(true);
  expect(await mails()).toEqual([{ to: email, subject: "Hello", text: name }]);
  expect(await at(leftAt, write)).toBe(false);
  expect(await mails()).toHaveLength(1);
});
