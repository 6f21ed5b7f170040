import { storeResponseFile } from "~/features/assessments/sitting/store-response-file.server";
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import { FILE_RULE } from "./external-form";

/** Checked by its content, as every file that somebody hands in. @throws Invalid with the field `file`, TooMany */
export async function storeExternalFile(actor: Actor, file: File | null) {
  if (!file || (file.size === 0 && file.name === "")) throw wrong("Choose the file: a scan or a photograph.");
  if (file.size === 0) throw wrong(`“${file.name}” is empty. Choose the file that shows the certificate.`);
  try {
    return await storeResponseFile(actor, file, { ...FILE_RULE, types: [...FILE_RULE.types] });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw wrong(error.message);
  }
}

function wrong(message: string): Invalid {
  return new Invalid("external-file", message, { file: [message] });
}
