import { describe, expect, it } from "vitest";
import type { CertificateEvidence } from "../earnable";
import { owedCertificate } from "./owed-certificate";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const step = { certificate: { id: "licence", title: "Licence", issuer: "The authority" } };
const proof = (accepted: string, until: string | null): CertificateEvidence => ({
  kind: "certificate",
  slug: "licence",
  at: on(accepted),
  recordId: "r",
  until: until === null ? null : on(until),
});
const first = {
  certificationId: "driving",
  since: null,
  at: on("2026-06-01"),
  previousUntil: null,
  othersAnew: true,
};
const renewal = { ...first, since: on("2026-05-01"), previousUntil: on("2026-07-01") };
const nothing = { evidence: [], sent: null };

describe("a certificate of somebody else that is owed", () => {
  it("is to be sent in, is being checked, or was not accepted", () => {
    expect(owedCertificate(step, nothing, first)).toMatchObject({
      state: "not-started",
      to: "/external-certificates/send/driving/licence",
      detail: "Issued by: The authority",
    });
    expect(owedCertificate(step, { ...nothing, sent: "waiting" }, first).state).toBe("waiting");
    expect(owedCertificate(step, { ...nothing, sent: "refused" }, first).action).toBe("Send another one");
  });

  it("is done while it runs", () => {
    const running = { ...nothing, evidence: [proof("2026-01-01", "2027-01-01")] };
    expect(owedCertificate(step, running, first).state).toBe("completed");
    expect(owedCertificate(step, running, renewal).state).toBe("completed");
    expect(
      owedCertificate(step, { ...nothing, evidence: [proof("2026-01-01", "2026-05-31")] }, first).state,
    ).toBe("not-started");
  });

  it("is asked for anew where it ends with what it should renew, or is all that would renew it", () => {
    const ending = { ...nothing, evidence: [proof("2026-01-01", "2026-07-01")] };
    expect(owedCertificate(step, ending, renewal)).toMatchObject({
      state: "not-started",
      action: "Send the next one",
    });
    const endingAlready = { ...nothing, evidence: [proof("2026-05-02", "2026-07-01")] };
    expect(owedCertificate(step, endingAlready, renewal).action).toBe("Send the next one");
    const endless = { ...nothing, evidence: [proof("2026-01-01", null)] };
    expect(owedCertificate(step, endless, renewal).state).toBe("completed");
    expect(owedCertificate(step, endless, { ...renewal, othersAnew: false }).state).toBe("not-started");
    const anew = { ...nothing, evidence: [proof("2026-05-02", null)] };
    expect(owedCertificate(step, anew, { ...renewal, othersAnew: false }).state).toBe("completed");
  });
});
