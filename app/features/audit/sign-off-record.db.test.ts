import { expect, it } from "vitest";
import { answerSignOff } from "~/features/certifications/sign-offs/answer-sign-off.server";
import { findSignOff } from "~/features/certifications/sign-offs/find-sign-off.server";
import { provider } from "~/platform/db/client.server";
import { behindThePortal } from "../../../tests/setup/behind-the-portal";
import { givenPerson } from "../../../tests/setup/builders";
import { givenChecklist, givenCompleted, givenPair, good } from "../../../tests/setup/given-sign-off";
import { expectSoundRecords } from "../../../tests/setup/sound-records";
import { findRecord } from "./find-record.server";
import { verifyOutcomes } from "./verify-outcomes.server";

it("shows what was observed, and a row that was changed behind the portal's back", async () => {
  await givenChecklist();
  const pair = await givenPair("team-audited");
  const signOffId = await givenCompleted(pair, { ...good, "measured.fast": "9" });
  await answerSignOff(pair.person, { signOffId, answer: "acknowledged", declared: true });
  const auditor = await givenPerson({ access: "auditor" });
  const { recordId } = await findSignOff(auditor, signOffId);
  const { proof, facts, ledger, pinned } = await findRecord(auditor, recordId!);
  expect(facts).toMatchObject({ kind: "sign-off-acknowledged", outcome: "not-met" });
  expect(proof).toMatchObject({ kind: "sign-off", observer: pair.manager.name, met: false });
  expect(pinned).toMatchObject([{ what: "Revision of the checklist" }]);
  expect(ledger.differences).toEqual([]);

  const forge = (met: boolean) => {
    const value = provider === "sqlite" ? Number(met) : String(met);
    return behindThePortal((run) => run(`UPDATE "SignOff" SET "met" = ? WHERE "id" = ?`, [value, signOffId]));
  };
  await expectSoundRecords();
  await forge(true);
  expect((await verifyOutcomes()).findings).toMatchObject([
    { entryId: recordId, message: expect.stringContaining("the result true") as string },
  ]);
  await forge(false);
  await expectSoundRecords();
});
