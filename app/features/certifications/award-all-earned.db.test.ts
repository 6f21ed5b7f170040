/** After a change of the rules, whoever meets the new ones is found, whatever it was that they did. */
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { givenPerson } from "../../../tests/setup/builders";
import { foundation, syncFiles } from "../../../tests/setup/given-certification";
import { awardAllEarned } from "./award-all-earned.server";
import { awardEarned } from "./award-earned.server";
import { acceptCertificate } from "./external/decide-external.server";
import { sendCertificate } from "./external/send-certificate.server";
import { acceptStatement } from "./statements/accept-statement.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2025-01-01");
const text = "I keep to the rules of the road.";
const licence = { certificate: { id: "licence", title: "Driving licence" } };
const statement = { statement: { id: "declaration", title: "Declaration", text } };
const { validity: _, ...lasting } = foundation;
let manager: Actor;

beforeAll(async () => {
  manager = await at(since, () => givenPerson({ access: "manager", manages: "road", since }));
});

const given = (day: string, requirements: object[]) =>
  at(on(day), () =>
    syncFiles({ "certifications/driving.yaml": { ...lasting, id: "driving", requirements } }),
  );
const member = () => at(since, () => givenPerson({ team: "road", since }));
const rulesChanged = (day: string) =>
  at(on(day), () => awardAllEarned({ certificationId: "driving", after: "" }));
const awards = ({ personId }: Actor) => db.award.count({ where: { personId } });

async function sendsLicence(actor: Actor, day: string, issuedOn = "2020-03-04") {
  const days = { issuedOn, expiresOn: "2030-03-03" };
  const file = new File([PNG], "licence.png");
  const place = { certificationId: "driving", stepId: "licence" };
  const printed = { issuer: "Kraftfahrt-Bundesamt", number: "B072-11", ...days };
  const certificateId = await at(on(day), () => sendCertificate(actor, { ...place, ...printed, file }));
  await at(on(day), () => acceptCertificate(manager, { certificateId, ...days, reason: null }));
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

it("is awarded to who has only a certificate of another issuer, or only accepted a statement", async () => {
  await given("2025-01-02", [licence, statement]);
  const [driver, signer, neither] = [await member(), await member(), await member()];
  await sendsLicence(driver, "2025-02-01");
  await at(on("2025-02-01"), () =>
    acceptStatement(signer, {
      certificationId: "driving",
      statementId: "declaration",
      hash: sha256(text),
    }),
  );
  for (const { personId } of [driver, signer])
    expect(await at(on("2025-02-02"), () => awardEarned(personId))).toEqual([]);

  await given("2025-03-01", [licence]);
  await rulesChanged("2025-03-01");
  expect([await awards(driver), await awards(signer), await awards(neither)]).toEqual([1, 0, 0]);
  await given("2025-04-01", [statement]);
  await rulesChanged("2025-04-01");
  expect([await awards(driver), await awards(signer), await awards(neither)]).toEqual([1, 1, 0]);
});
