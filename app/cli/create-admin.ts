import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createAdministrator } from "~/features/auth/create-administrator.server";
import { Misuse, type Command } from "./command";

export const createAdmin: Command = {
  summary: "make the first administrator",
  needs: "database",
  usage: 'create-admin --email ADDRESS --name "FULL NAME"',
  help: `Makes a person who may administer the portal. The password is asked for, or read from standard input
where that is not a terminal, so that it stays out of the shell's history.`,
  async run(args) {
    const { values } = parseArgs({ args, options: { email: { type: "string" }, name: { type: "string" } } });
    if (!values.email || !values.name) throw new Misuse("--email and --name are needed.");
    if (!z.email().safeParse(values.email).success) throw new Misuse(`${values.email} is no e-mail address.`);
    await createAdministrator({ email: values.email, name: values.name, password: await readPassword() });
    console.log(`${values.email} can now sign in.`);
    return 0;
  },
};

async function readPassword(): Promise<string> {
  const terminal = process.stdin.isTTY;
  if (terminal) process.stdout.write("Password (12 characters or more; what you type is not shown): ");
  const input = createInterface({ input: process.stdin, terminal });
  /* Without an output stream nothing is echoed. */
  const line = await new Promise<string>((resolve) => {
    input.once("line", resolve);
    input.once("close", () => resolve(""));
  });
  input.close();
  if (terminal) process.stdout.write("\n");
  return line;
}
