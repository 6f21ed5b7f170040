export interface Command {
  /** One line for the overview. */
  summary: string;
  /** What follows `attest`. */
  usage: string;
  help: string;
  /** Which settings have to be there; all that serving needs unless told. */
  needs?: "nothing" | "database";
  /** @returns the exit code */
  run: (args: string[]) => Promise<number>;
}

/** The command was called in a way it cannot use: exit code 2. */
export class Misuse extends Error {}
