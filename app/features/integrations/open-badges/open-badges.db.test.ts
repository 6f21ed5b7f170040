/** What others make of our badges: a verifier that is not ours, with nothing to ask but the portal's own status list. */
import { createServer, type Server } from "node:http";
import { gunzipSync } from "node:zlib";
import { verifyCredential } from "@digitalcredentials/verifier-core";
import { checkStatus } from "@digitalcredentials/vc-bitstring-status-list";
import { importJWK, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { changeAward } from "~/features/certifications/change-award.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../../tests/setup/given-certification";
import { givenRevoked } from "../../../../tests/setup/given-revoked";
import { badgeAsJson, badgeAsJwt } from "./badge-queries.server";
import { multibase58 } from "./did-key";
import { issuerKey } from "./issuer-key.server";
import { bits, statusList } from "./status-list.server";

interface Outcome {
  log?: { id: string; valid?: boolean; error?: { name: string } }[];
  errors?: { name: string }[];
}

const DAY = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY);
const reason = "For the test";
let admin: Actor;
let portal: Server;

const everywhere = globalThis.fetch;
/** The verifier also looks for the schema of badges on the web, says so where it finds none, and goes on. */
const onlyThePortal: typeof fetch = (address, options) =>
  String(address instanceof Request ? address.url : address).startsWith(env.BASE_URL)
    ? everywhere(address, options)
    : Promise.reject(new Error("There is no network here"));

beforeAll(async () => {
  globalThis.fetch = onlyThePortal;
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  await at(ago(500), givenFoundation);
  admin = await givenPerson({ access: "admin" });
  /* The verifier asks at the address that the badge names. */
  portal = createServer((request, response) => {
    const [, , , list, purpose] = request.url!.split("/");
    statusList(Number(list), purpose as "revocation").then(
      (document) => response.end(JSON.stringify(document)),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => portal.listen(Number(new URL(env.BASE_URL).port), resolve));
});
afterAll(() => {
  globalThis.fetch = everywhere;
  vi.restoreAllMocks();
  portal.close();
});

async function givenBadge(daysAgo = 10) {
  const holder = await at(ago(500), () => givenPerson({ name: "Zoë “Zed” Ōta & Söhne" }));
  const awardId = await at(ago(daysAgo), async () => {
    await givenCompletion(holder.personId, "conduct");
    await givenAttempt(holder.personId, "essentials");
    return (await awardEarned(holder.personId))[0]!;
  });
  const badge = async () => JSON.parse((await badgeAsJson(holder, awardId)).text) as Record<string, unknown>;
  return { holder, awardId, badge };
}

const verify = async (credential: unknown) =>
  (await verifyCredential({ credential: credential as never, knownDIDRegistries: [] })) as Outcome;

/** What the verifier found, by step. */
const steps = ({ log = [], errors = [] }: Outcome) => ({
  ...Object.fromEntries(log.map(({ id, valid, error }) => [id, error?.name ?? valid])),
  ...(errors.length > 0 ? { errors: errors.map(({ name }) => name) } : {}),
});

describe("a badge, to an independent verifier", () => {
  it("is signed by us, not expired and not revoked", async () => {
    const { badge } = await givenBadge();
    expect(steps(await verify(await badge()))).toMatchObject({
      valid_signature: true,
      expiration: true,
      revocation_status: true,
    });
  });

  it("is refused when a single letter was changed", async () => {
    const { badge } = await givenBadge();
    const document = await badge();
    const tampered = [
      { ...document, name: "Another certification" },
      { ...document, validFrom: "2020-01-01T00:00:00Z" },
      JSON.parse(JSON.stringify(document).replace("Zed", "Ned")) as object,
    ];
    for (const each of tampered)
      expect(steps(await verify(each))).toMatchObject({ errors: ["invalid_signature"] });
  });

  it("is refused when it has expired", async () => {
    const { holder, awardId } = await givenBadge(400);
    const old = await at(ago(300), () => badgeAsJson(holder, awardId));
    expect(steps(await verify(JSON.parse(old.text)))).toMatchObject({ expiration: false });
    await expect(badgeAsJson(holder, awardId)).rejects.toThrow(NotFound);
  });

  it.each(["revoked", "surrendered", "corrected"] as const)("does not count once it was %s", async (how) => {
    const { holder, awardId, badge } = await givenBadge();
    const document = await badge();
    if (how === "revoked") await givenRevoked(admin, { awardId, reason });
    if (how === "surrendered") await changeAward(holder, how, { awardId, reason });
    if (how === "corrected")
      await changeAward(admin, how, { awardId, reason, dates: { validFrom: ago(9), validUntil: ago(-9) } });
    expect(steps(await verify(document))).toMatchObject({ valid_signature: true, revocation_status: false });
    if (how === "corrected")
      expect(steps(await verify(await badge()))).toMatchObject({ revocation_status: true, expiration: true });
  });

  it("counts again after a revocation was undone", async () => {
    const { awardId, badge } = await givenBadge();
    const document = await badge();
    await givenRevoked(admin, { awardId, reason });
    await changeAward(admin, "reinstated", { awardId, reason });
    expect(steps(await verify(document))).toMatchObject({ revocation_status: true });
  });

  it("is in the list of suspended ones while it is suspended", async () => {
    const { awardId, badge } = await givenBadge();
    const [, suspension] = (await badge()).credentialStatus as object[];
    await changeAward(admin, "suspended", { awardId, reason });
    const { statusListIndex } = suspension as { statusListIndex: string };
    const list = await statusList(0, "suspension");
    const { encodedList } = list.credentialSubject as { encodedList: string };
    expect(isSet(encodedList, Number(statusListIndex))).toBe(true);
    const { encodedList: revoked } = (await statusList(0, "revocation")).credentialSubject as {
      encodedList: string;
    };
    expect(isSet(revoked, Number(statusListIndex))).toBe(false);
  });
});

describe("a badge as a JWT", () => {
  it("is accepted by a library that is not ours, and refused when it was tampered with or has expired", async () => {
    const { holder, awardId } = await givenBadge();
    const { text } = await badgeAsJwt(holder, awardId);
    const { did, jwk } = await issuerKey();
    const key = await importJWK({ ...jwk }, "EdDSA");
    const { payload } = await jwtVerify(text, key, { issuer: did });
    expect(payload).toMatchObject({ type: ["VerifiableCredential", "OpenBadgeCredential"] });
    const [header, claims, signature] = text.split(".");
    const other = Buffer.from(Buffer.from(claims!, "base64url").toString().replace("Zed", "Ned")).toString(
      "base64url",
    );
    await expect(jwtVerify([header, other, signature].join("."), key)).rejects.toThrow("signature");
    await expect(
      jwtVerify(text, key, { currentDate: new Date(now().getTime() + 400 * DAY) }),
    ).rejects.toThrow("exp");
  });
});

/** By a library that is not ours, for a credential whose signature was checked: what its status list says of it today. */
async function statusOf(credential: unknown): Promise<boolean> {
  const documentLoader = async (documentUrl: string) => ({
    documentUrl,
    document: (await (await fetch(documentUrl)).json()) as unknown,
  });
  const { verified } = await checkStatus({
    credential,
    documentLoader,
    verifyBitstringStatusListCredential: false,
  });
  return verified;
}

describe("the status of a badge as a JWT", () => {
  it.each(["revoked", "suspended", "surrendered"] as const)(
    "is no longer good once it was %s",
    async (how) => {
      const { holder, awardId } = await givenBadge();
      const { text } = await badgeAsJwt(holder, awardId);
      const { did, jwk } = await issuerKey();
      const { payload } = await jwtVerify(text, await importJWK({ ...jwk }, "EdDSA"), { issuer: did });
      expect(await statusOf(payload)).toBe(true);
      if (how === "revoked") await givenRevoked(admin, { awardId, reason });
      else await changeAward(how === "suspended" ? admin : holder, how, { awardId, reason });
      expect(await statusOf(payload)).toBe(false);
      if (how === "surrendered") return;
      await changeAward(admin, "reinstated", { awardId, reason });
      expect(await statusOf(payload)).toBe(true);
    },
  );
});

describe("what a badge says", () => {
  it("is the holder's alone to fetch", async () => {
    const { awardId } = await givenBadge();
    for (const other of [admin, await givenPerson(), await givenPerson({ access: "auditor" })])
      for (const find of [badgeAsJson, badgeAsJwt])
        await expect(find(other, awardId)).rejects.toThrow(NotFound);
  });

  it("holds the e-mail address only as a salted hash", async () => {
    const { holder, awardId } = await givenBadge();
    expect((await badgeAsJson(holder, awardId)).text).not.toContain(holder.email);
  });

  it("points to the same place however often it is fetched, also at the same moment", async () => {
    const { badge } = await givenBadge();
    const all = await Promise.all(Array.from({ length: 6 }, badge));
    expect(new Set(all.map(({ credentialStatus }) => JSON.stringify(credentialStatus))).size).toBe(1);
  });
});

describe("encodings", () => {
  /* The test vectors of draft-msporny-base58, section 5, with the z of multibase. */
  it.each([
    ["Hello World!", "z2NEpo7TZRRrLZSi2U"],
    [
      "The quick brown fox jumps over the lazy dog.",
      "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
    ],
  ])("%s is %s in base 58", (text, expected) => {
    expect(multibase58(Buffer.from(text))).toBe(expected);
  });

  it("keeps leading zeros in base 58", () => {
    expect(multibase58(Buffer.from("0000287fb4cd", "hex"))).toBe("z11233QC4");
  });

  it("sets the bit that a place names and no other", () => {
    const set = bits([0, 9, 131_071]);
    expect([set[0], set[1], set.at(-1)]).toEqual([0x80, 0x40, 0x01]);
    expect(set.reduce((sum, byte) => sum + (byte > 0 ? 1 : 0), 0)).toBe(3);
  });
});

function isSet(encodedList: string, index: number): boolean {
  const bytes = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"));
  return (bytes[index >> 3]! & (0x80 >> (index & 7))) !== 0;
}
