import { parseArgs } from "node:util";
import { loadDemoCompany } from "~/demo/load-demo-company.server";
import { env } from "~/platform/env.server";
import { Misuse, type Command } from "./command";

export const demoData: Command = {
  summary: "load the demo company into an empty database",
  usage: "demo-data",
  help: `Hires 120 people and lives through two years of their learning, ending today. Five accounts can sign in with a
password that everyone knows, so this is refused unless ATTEST_MODE is demo, development or test.`,
  async run(args) {
    parseArgs({ args, options: {} });
    if (env.ATTEST_MODE === "production")
      throw new Misuse("the demo company has open accounts. Set ATTEST_MODE=demo if that is what you want.");
    const loaded = await loadDemoCompany();
    console.log(loaded ? "The demo company is loaded." : "The demo company was there already.");
    return 0;
  },
};
