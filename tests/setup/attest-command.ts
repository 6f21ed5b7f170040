/** `npx attest` from the sources, for tests that need a process with settings of its own. */
import { main } from "~/cli";

process.exit(await main(process.argv.slice(2)));
