import { backup } from "./backup";
import type { Command } from "./command";
import { contentCheck, contentSync } from "./content";
import { coverageRebuild } from "./coverage";
import { createAdmin } from "./create-admin";
import { demoData } from "./demo-data";
import { ledgerSeal, ledgerVerify } from "./ledger";
import { migrate } from "./migrate";
import { recordsExport } from "./records-export";
import { restore } from "./restore";
import { serve } from "./serve";

/** Every command by what is typed after `attest`, in the order of the overview. */
export const commands: Record<string, Command> = {
  serve,
  migrate,
  "demo-data": demoData,
  "create-admin": createAdmin,
  "content check": contentCheck,
  "content sync": contentSync,
  "records export": recordsExport,
  "ledger seal": ledgerSeal,
  "ledger verify": ledgerVerify,
  "coverage rebuild": coverageRebuild,
  backup,
  restore,
};
