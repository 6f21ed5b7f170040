import { rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { blobPath } from "~/platform/storage.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenHandedIn, givenSubmitted } from "../../../../tests/setup/given-written-test";
import { submitAttempt } from "../sitting/submit-attempt.server";
import { findMarking } from "./find-marking.server";
import { findResponseFile } from "./find-response-file.server";
import { sendResponseFile } from "./send-response-file.server";

const missing = { reason: "not-found" };
const name = "Anna Müller, my plan.txt";

describe("a file handed in", () => {
  it("is there for the person at once, and for others who may once it is submitted", async () => {
    const { actor, attemptId } = await givenHandedIn(name);
    const where = { attemptId, position: 1 };
    const [manager, admin, auditor, colleague] = await Promise.all([
      givenPerson({ access: "manager" }),
      givenPerson({ access: "admin" }),
      givenPerson({ access: "auditor" }),
      givenPerson(),
    ]);
    expect(await findResponseFile(actor, where)).toMatchObject({ name });
    for (const other of [manager, admin, auditor, colleague])
      await expect(findResponseFile(other, where)).rejects.toMatchObject(missing);

    await submitAttempt(actor, { attemptId });
    const neutral = `${attemptId.slice(-6).toUpperCase()}-question-1.txt`;
    expect(await findResponseFile(manager, where)).toMatchObject({ name: neutral });
    expect(await findResponseFile(admin, where)).toMatchObject({ name: neutral });
    expect(await findResponseFile(auditor, where)).toMatchObject({ name });
    await expect(findResponseFile(colleague, where)).rejects.toMatchObject(missing);
    for (const position of [0, 2, -1, NaN, 1.5, 1e12])
      await expect(findResponseFile(actor, { attemptId, position })).rejects.toMatchObject(missing);

    const page = await findMarking(manager, attemptId);
    expect(page.questions[0]!.file).toEqual({ mediaType: "text/plain", bytes: 12 });
    expect(JSON.stringify(page)).not.toContain("Anna");
  });

  it("is not there where the answer is no file", async () => {
    const { actor, attemptId } = await givenSubmitted();
    await expect(findResponseFile(actor, { attemptId, position: 1 })).rejects.toMatchObject(missing);
  });

  it("is sent for saving only", async () => {
    const { actor, attemptId } = await givenHandedIn(name);
    const found = await findResponseFile(actor, { attemptId, position: 1 });
    const response = await sendResponseFile(found);
    expect(await response.text()).toBe("What I plan.");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": expect.stringContaining(
        "filename*=UTF-8''Anna%20M%C3%BCller%2C%20my%20plan.txt",
      ) as string,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    await rm(blobPath(found.hash));
    await expect(sendResponseFile(found)).rejects.toMatchObject(missing);
  });
});
