/** Settings, read once. `.env.example` tells what each means; a wrong, missing or unsafe one stops the start. */
import path from "node:path";
import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const settings = z
  .object({
    ATTEST_MODE: z.enum(["production", "demo", "development", "test"]).default("production"),
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().min(1).default("0.0.0.0"),
    BASE_URL: z
      .url({ protocol: /^https?$/, error: "must be a URL such as https://learn.example.com" })
      .optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(file:|postgres(ql)?:\/\/)/, "must begin with file: or postgresql://")
      .optional(),
    DATA_DIR: z.string().min(1).default("./data"),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "must be a URL such as smtp://mail.example.com:587" })
      .optional(),
    MAIL_FROM: z.string().min(3).default("Attest <attest@localhost>"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    WEB_CONCURRENCY: wholeNumber(1, 64).default(1),
    METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
    TRUST_PROXY: flag,
    COUNT_QUERIES: flag,
  })
  .transform((value) => ({
    ...value,
    BASE_URL: value.BASE_URL ?? `http://localhost:${value.PORT}`,
    DATA_DIR: path.resolve(value.DATA_DIR),
    DATABASE_URL: value.DATABASE_URL ?? `file:${path.resolve(value.DATA_DIR, "attest.db")}`,
  }));

export type Env = z.output<typeof settings>;

function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

/** Every wrong setting by name, so that an administrator can mend them all at once. */
export class WrongSettings extends Error {
  override name = "WrongSettings";

  constructor(lines: string[]) {
    super(`Attest cannot start with these settings:\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
}

/** @throws WrongSettings for what cannot be understood. What is missing or unsafe, `missingSettings` says. */
export function readSettings(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  throw new WrongSettings(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
}

/**
 * What production needs and `source` lacks: for serving, or only for work on the database. Nothing has a default that
 * would only be found wrong later.
 */
export function missingSettings(
  source: Record<string, string | undefined>,
  needs: "database" | "serving" = "serving",
): string[] {
  if (readSettings(source).ATTEST_MODE !== "production") return [];
  const missing: string[] = [];
  if (!source.DATABASE_URL)
    missing.push("DATABASE_URL is missing: file:/var/lib/attest/attest.db or postgresql://…");
  if (needs === "database") return missing;
  if (!source.BASE_URL)
    missing.push("BASE_URL is missing: the address people open, such as https://learn.example.com");
  else if (new URL(source.BASE_URL).hostname === "learn.example.com")
    missing.push("BASE_URL is still the example's: set the address people open");
  else if (!source.BASE_URL.startsWith("https:") && !isLoopback(source.BASE_URL))
    missing.push("BASE_URL must be https: sign-in cookies are sent over encrypted connections only");
  if (source.BASE_URL?.startsWith("https:") && !source.TRUST_PROXY)
    missing.push("TRUST_PROXY is missing: 1 where a proxy sets X-Forwarded-For, else 0");
  if (!source.SMTP_URL) missing.push("SMTP_URL is missing: invitations and password resets go out by e-mail");
  return missing;
}

/** @throws WrongSettings where the portal could not be run safely. */
export function requireSafeSettings(needs?: "database"): void {
  const missing = missingSettings(process.env, needs);
  if (missing.length > 0) throw new WrongSettings(missing);
}

export const env = readSettings(process.env);
