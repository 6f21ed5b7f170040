/** `npx attest <command>`: exit code 0 done, 1 found wrong, 2 misused. */
import { commands } from "~/cli/commands";
import { Misuse } from "~/cli/command";
import { asDomainError } from "~/platform/http/error-response.server";
import { DomainError } from "~/platform/errors";
import { env, requireSafeSettings, WrongSettings } from "~/platform/env.server";

export { db, hotCount } from "~/platform/db/client.server";
export { createServer } from "~/server";

export async function main(argv: string[]): Promise<number> {
  const [name, command] = find(argv);
  if (!command) {
    const known = argv.length > 0 && !["help", "--help", "-h"].includes(argv[0]!);
    if (known) console.error(`attest: there is no command "${argv.join(" ")}".\n`);
    (known ? console.error : console.log)(overview());
    return known ? 2 : 0;
  }
  const rest = argv.slice(name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(`attest ${command.usage}\n\n${command.help}`);
    return 0;
  }
  try {
    if (command.needs !== "nothing") requireSafeSettings(command.needs);
    return await command.run(rest);
  } catch (error) {
    return explain(error, command.usage);
  }
}

function find(argv: string[]) {
  return (
    Object.entries(commands).find(([name]) => name.split(" ").every((word, i) => argv[i] === word)) ?? [
      "",
      null,
    ]
  );
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2;
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`);
  return `Usage: npx attest <command> [--help]\n\n${lines.join("\n")}\n\nExit codes: 0 done, 1 found something wrong, 2 misused.`;
}

function explain(error: unknown, usage: string): number {
  const code = (error as { code?: string }).code ?? "";
  if (error instanceof Misuse || code.startsWith("ERR_PARSE_ARGS")) {
    console.error(`attest: ${(error as Error).message}\nUsage: attest ${usage}`);
    return 2;
  }
  if (error instanceof DomainError || error instanceof WrongSettings) {
    console.error(`attest: ${error.message}`);
    return 1;
  }
  if (NOT_MIGRATED.test(String(error))) {
    console.error(
      "attest: there is no database with the portal's tables at DATABASE_URL. Run: npx attest migrate",
    );
    return 1;
  }
  if (code === "EADDRINUSE") {
    console.error(`attest: another program uses port ${env.PORT} already. Stop it, or set PORT.`);
    return 1;
  }
  const unusable = asDomainError(error);
  if (unusable) console.error(`attest: ${unusable.message}`);
  else console.error(error);
  return 1;
}

const NOT_MIGRATED = /directory does not exist|no such table|does not exist in the current database/;
