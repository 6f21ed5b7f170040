import { describe, expect, it } from "vitest";
import { missingSettings, readSettings, WrongSettings } from "./env.server";

const production = {
  DATABASE_URL: "file:/var/lib/attest/attest.db",
  BASE_URL: "https://learn.attest.invalid",
  SMTP_URL: "smtp://mail.example.com:587",
  TRUST_PROXY: "1",
};

describe("settings", () => {
  it("are complete with the four that production needs", () => {
    expect(readSettings(production)).toMatchObject({
      ATTEST_MODE: "production",
      PORT: 3000,
      WEB_CONCURRENCY: 1,
    });
  });

  it("name everything that is missing or wrong at once", () => {
    const wrong = () =>
      readSettings({ BASE_URL: "http://learn.example.com", PORT: "eighty", DATABASE_URL: "mysql://x/y" });
    expect(wrong).toThrow(WrongSettings);
    expect(wrong).toThrow(/PORT[^]*DATABASE_URL/);
  });

  it("say what production needs and lacks", () => {
    expect(missingSettings(production)).toEqual([]);
    expect(missingSettings({ ...production, BASE_URL: "http://learn.attest.invalid", SMTP_URL: "" })).toEqual(
      [expect.stringContaining("BASE_URL must be https"), expect.stringContaining("SMTP_URL is missing")],
    );
    expect(missingSettings({})).toHaveLength(3);
    expect(missingSettings({}, "database")).toEqual([expect.stringContaining("DATABASE_URL is missing")]);
    expect(missingSettings({ ...production, BASE_URL: "https://learn.example.com" })).toHaveLength(1);
    expect(missingSettings({ ...production, TRUST_PROXY: "" })).toEqual([
      expect.stringContaining("TRUST_PROXY is missing"),
    ]);
  });

  it("need nothing in demo mode", () => {
    const { BASE_URL, DATABASE_URL } = readSettings({ ATTEST_MODE: "demo", DATA_DIR: "/tmp/attest" });
    expect(missingSettings({ ATTEST_MODE: "demo" })).toEqual([]);
    expect({ BASE_URL, DATABASE_URL }).toEqual({
      BASE_URL: "http://localhost:3000",
      DATABASE_URL: "file:/tmp/attest/attest.db",
    });
  });
});
